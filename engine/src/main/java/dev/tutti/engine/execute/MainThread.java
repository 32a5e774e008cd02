package dev.tutti.engine.execute;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How code waits for tasks. On an engine's main thread other tasks run meanwhile, so that a full pool cannot dead-lock. */
public final class MainThread {

    private MainThread() {}

    /**
     * Waits until a future is done, however it ended, or the time is over. Any thread.
     *
     * @param nanos at most so long
     * @return whether it is done
     * @throws InterruptedException if the calling thread is interrupted, as a stop of the cell or task does
     */
    public static boolean await(CompletableFuture<?> future, long nanos) throws InterruptedException {
        try {
            future.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
