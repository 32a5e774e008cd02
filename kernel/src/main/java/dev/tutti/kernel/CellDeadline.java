package dev.tutti.kernel;

import dev.tutti.kernel.view.StepRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The time limit of a running step: stops it when the time is over, replaces what does not stop 2 s later. Closed when the
 * step has ended.
 */
final class CellDeadline implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private volatile boolean passed;
    private volatile boolean closed;

    private CellDeadline() {}

    static CellDeadline start(Optional<Duration> timeout, StepRun run) {
        CellDeadline deadline = new CellDeadline();
        timeout.ifPresent(time -> {
            after(time, () -> deadline.expire(run, true));
            after(time.plus(GRACE), () -> deadline.expire(run, false));
        });
        return deadline;
    }

    private static void after(Duration time, Runnable action) {
        Executor later = CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS);
        later.execute(action);
    }

    private void expire(StepRun run, boolean first) {
        if (!closed) {
            passed |= first;
            run.stop();
        }
    }

    /** Whether the time was over before the step ended. */
    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
