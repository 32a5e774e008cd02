package dev.tutti.client;

import dev.tutti.engine.execute.MainThread;
import java.util.List;
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

    /**
     * Waits until all have ended or the time is over; as {@link #await}, abandons those that have not.
     *
     * @return whether all have ended
     */
    static boolean awaitAll(List<Parts> all, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        Runnable abandon = () -> all.forEach(Parts::abandon);
        for (Parts parts : all) {
            long left = nanos - (System.nanoTime() - start);
            if (!parts.isDone() && !await(parts.done(), Math.max(0, left), abandon)) {
                return false;
            }
        }
        return true;
    }

    private static boolean onMainThread() {
        return Thread.currentThread().getName().equals(MAIN);
    }
}
