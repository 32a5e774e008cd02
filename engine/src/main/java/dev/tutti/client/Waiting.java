package dev.tutti.client;

import dev.tutti.engine.execute.MainThread;
import java.util.concurrent.CompletableFuture;

/** How all waiting for engines is done: an engine's main thread runs other tasks meanwhile. */
final class Waiting {

    private static final String MAIN = "engine-main";

    private Waiting() {}

    /**
     * Waits until a future is done or the time is over. A cell or task that is stopped while it waits has no more use for
     * what it waited for.
     *
     * @param abandon what to do then
     */
    static boolean await(CompletableFuture<?> future, long nanos, Runnable abandon) throws InterruptedException {
        boolean returned = false;
        try {
            boolean done = MainThread.await(future, nanos);
            returned = true;
            return done;
        } finally {
            // Not a catch: a stop comes as an interrupt or as the Error of a stop check, and goes on as what it is.
            if (!returned && onMainThread()) {
                abandon.run();
            }
        }
    }

    private static boolean onMainThread() {
        return Thread.currentThread().getName().equals(MAIN);
    }
}
