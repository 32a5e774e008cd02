package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends of tasks that will travel as one message: short tasks end by the ten thousand a second. Guarded by the outbox's
 * lock until it is taken.
 */
final class EndsBatch implements Outgoing {

    /** How long ends are gathered before they travel, if the main thread does not fall idle before. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int MAX_ENDS = 256;

    /** Values are small ones, large ones lie in files; but 256 of a hundred kilobytes would make a large frame. */
    private static final long MAX_BYTES = 1 << 20;

    private static final int BYTES_OF_A_FRAME = 128;

    private final List<RunEnd> ends = new ArrayList<>();
    private final long sinceNanos;
    private long bytes;
    private boolean urgent;

    EndsBatch(long sinceNanos) {
        this.sinceNanos = sinceNanos;
    }

    boolean takes(RunEnd end) {
        return !isFull() && (ends.isEmpty() || bytes + bytes(end) <= MAX_BYTES);
    }

    void add(RunEnd end) {
        ends.add(end);
        bytes += bytes(end);
    }

    @Override
    public void hurry() {
        urgent = true;
    }

    boolean isFull() {
        return ends.size() >= MAX_ENDS || bytes >= MAX_BYTES;
    }

    @Override
    public long lingersNanos(long now) {
        return urgent || isFull() ? 0 : sinceNanos + LINGER_NANOS - now;
    }

    @Override
    public byte[] frame() {
        return MessageCodec.encode(RequestId.NONE, new TaskMessage.RunsEnded(ends));
    }

    private static long bytes(RunEnd end) {
        if (end.outcome() instanceof TaskOutcome.Value value) {
            return value.value().size();
        }
        if (end.outcome() instanceof TaskOutcome.Thrown thrown) {
            long exception =
                    thrown.exception().isPresent() ? thrown.exception().get().size() : 0;
            return exception + bytes(thrown.fault());
        }
        return 0;
    }

    private static long bytes(Fault fault) {
        long sum = (long) fault.frames().size() * BYTES_OF_A_FRAME;
        sum += fault.message().isPresent() ? fault.message().get().length() : 0;
        sum += fault.cause().isPresent() ? bytes(fault.cause().get()) : 0;
        for (Fault suppressed : fault.suppressed()) {
            sum += bytes(suppressed);
        }
        return sum;
    }
}
