package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.util.HashMap;
import java.util.Map;

/** The engine's own requests to the controller, waiting for their replies. Any thread may ask. */
public final class Requests {

    private final Outbox outbox;
    private final Map<Long, PendingReply> pending = new HashMap<>();
    private long last;
    private boolean closed;

    public Requests(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends a request ahead of all output. */
    public PendingReply ask(Message request) {
        PendingReply reply = new PendingReply();
        RequestId id;
        synchronized (pending) {
            if (closed) {
                reply.lose();
                return reply;
            }
            id = new RequestId(++last);
            pending.put(id.value(), reply);
        }
        outbox.sendUrgent(id, request);
        return reply;
    }

    /** Hands a reply to whoever waits for it; one that nobody waits for is dropped. Reading thread. */
    public void complete(RequestId request, Message message) {
        PendingReply reply;
        synchronized (pending) {
            reply = pending.remove(request.value());
        }
        if (reply != null) {
            reply.complete(message);
        }
    }

    /** The connection is lost: fails all that wait, now and later. */
    public void close() {
        synchronized (pending) {
            closed = true;
            pending.values().forEach(PendingReply::lose);
            pending.clear();
        }
    }
}
