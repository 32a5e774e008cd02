package dev.tutti.engine.execute;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How code waits for tasks. On an engine's main thread other tasks run meanwhile, so that a full pool cannot dead-lock. */
public final class MainThread {

    private MainThread() {}

    /**
     * Waits until a future is done, however it ended, or the time is over. Any thread. On an engine's main thread tasks
     * that are queued there run meanwhile; it may then return later than the future is done or the time is over.
     *
     * @param nanos at most so long
     * @return whether it is done
     * @throws InterruptedException if the calling thread is interrupted, as a stop of the cell or task does
     */
    public static boolean await(CompletableFuture<?> future, long nanos) throws InterruptedException {
        Lending lending = Lending.ofThisThread();
        if (lending != null && lending.isPossible()) {
            return lending.await(future, nanos);
        }
        try {
            future.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException _) {
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }
}
