package dev.tutti.engine.transport;

import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.concurrent.TimeUnit;

/** The newest progress that a task told of and that has not been sent. Guarded by the outbox's lock. */
final class ProgressSlot {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private TaskMessage.RunProgress newest;
    private long lastNanos = System.nanoTime() - INTERVAL_NANOS;

    void put(TaskMessage.RunProgress progress) {
        newest = progress;
    }

    boolean isEmpty() {
        return newest == null;
    }

    boolean isDue(long now) {
        return newest != null && dueInNanos(now) <= 0;
    }

    /** In how many nanoseconds there is something to send. */
    long dueInNanos(long now) {
        return newest == null ? Long.MAX_VALUE : lastNanos + INTERVAL_NANOS - now;
    }

    /** What is there, ready to be sent. */
    Outgoing.Ready take(long now) {
        byte[] frame = MessageCodec.encode(RequestId.NONE, newest);
        newest = null;
        lastNanos = now;
        return new Outgoing.Ready(frame);
    }
}
