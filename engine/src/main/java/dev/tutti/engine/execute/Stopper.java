package dev.tutti.engine.execute;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Carries out one stop request, on a thread of its own: asking a thread for its stack may have to wait for it, and the
 * reading thread must not wait. Interrupts again and again, because code that swallows one interrupt often waits anew.
 */
final class Stopper implements Runnable {

    private static final long AGAIN_MILLIS = 100;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RequestId request;
    private final Execution execution;
    private final Outbox outbox;

    Stopper(RequestId request, Execution execution, Outbox outbox) {
        this.request = request;
        this.execution = execution;
        this.outbox = outbox;
    }

    /** Stops an execution of which the engine itself has enough; nobody is answered. @param why a sentence for its user */
    static void stop(Execution execution, String why, Outbox outbox) throws InterruptedException {
        if (execution.stop(execution.here(), why) && execution.shut()) {
            new Stopper(RequestId.NONE, execution, outbox).stop();
        }
    }

    @Override
    public void run() {
        List<Frame> where = execution.here();
        boolean first = execution.stop(where);
        outbox.sendUrgent(request, new Message.Stopping(first || !execution.ended() ? where : List.of()));
        if (!first) {
            return;
        }
        try {
            if (execution.shut()) {
                stop();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() throws InterruptedException {
        try {
            outbox.release(execution.id());
            untilEnded();
            untilOthersEnded();
        } finally {
            execution.session().stopGate.open(execution.stopping());
        }
    }

    private void untilEnded() throws InterruptedException {
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > GRACE_NANOS) {
                execution.stopping().forGood();
            }
            execution.interruptMain();
            ConcernedThreads.of(execution.stopping()).interrupt();
        } while (!execution.awaitEnd(AGAIN_MILLIS));
    }

    /** The cell is over; what it started gets a last while to end. */
    private void untilOthersEnded() throws InterruptedException {
        execution.stopping().forGood();
        long start = System.nanoTime();
        ConcernedThreads others = ConcernedThreads.startedBy(execution.stopping());
        while (!others.isEmpty() && System.nanoTime() - start < GRACE_NANOS) {
            others.interrupt();
            others.join(AGAIN_MILLIS);
            others = ConcernedThreads.startedBy(execution.stopping());
        }
    }
}
