package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Message;
import java.io.IOException;

/** A reply that has not come yet. */
public final class PendingReply {

    private Message reply;
    private boolean lost;

    PendingReply() {}

    synchronized void complete(Message message) {
        reply = message;
        notifyAll();
    }

    synchronized void lose() {
        lost = true;
        notifyAll();
    }

    /** Waits for it. An interrupt ends the waiting, not the request: wait again to get the same reply. */
    public synchronized Message await() throws InterruptedException, IOException {
        while (reply == null && !lost) {
            wait();
        }
        return get();
    }

    /** Waits for it whatever comes; an interrupt is kept for later. */
    public synchronized Message awaitUninterruptibly() throws IOException {
        boolean interrupted = false;
        while (reply == null && !lost) {
            try {
                wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return get();
    }

    private Message get() throws IOException {
        if (reply == null) {
            throw new IOException("The connection to the controller is lost.");
        }
        return reply;
    }
}
