package dev.tutti.engine.execute;

import dev.tutti.woven.StoppedError;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A stop on its way: decides, in the thread that reached a stop check, whether that thread has to end. It does if it is
 * the main thread, if it was started since the execution began, or if it works for a pool; threads that earlier cells
 * left running are not concerned.
 *
 * <p>The first check throws, then the thread has a grace, so that {@code finally} and {@code close()} can run; once it is
 * over, or {@link #forGood}, every check throws. Threads of pools have none: there the next task would use it up.
 */
final class Stopping {

    private final Thread main;
    private final long bornAfter;
    private final Map<Thread, Grace> graces = new ConcurrentHashMap<>();
    private final Map<Thread, Boolean> workers = new ConcurrentHashMap<>();
    private volatile boolean forGood;
    private volatile boolean mainEnded;
    private volatile long bornUntil = Long.MAX_VALUE;

    /**
     * @param main the thread that runs the entry points
     * @param bornAfter threads with a larger id were started since the execution began
     */
    Stopping(Thread main, long bornAfter) {
        this.main = main;
        this.bornAfter = bornAfter;
    }

    Thread main() {
        return main;
    }

    MethodHandle check(MethodType type) {
        try {
            return MethodHandles.lookup().bind(this, "check", type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("check", e);
        }
    }

    /** Every check throws from now on: for code that catches what it cannot handle. */
    void forGood() {
        forGood = true;
    }

    /** The entry points have returned: what starts threads from now on is another execution. */
    void mainEnded(long newestThread) {
        bornUntil = newestThread;
        mainEnded = true;
    }

    /** Whether a thread was started by this execution. */
    boolean bore(Thread thread) {
        return thread.threadId() > bornAfter && thread.threadId() <= bornUntil && thread != main;
    }

    private void check() {
        Thread thread = Thread.currentThread();
        boolean ofPool = isOfPool(thread);
        if (concerns(thread, ofPool) && (forGood || ofPool || graceIsOver(thread))) {
            throw new StoppedError();
        }
    }

    private boolean concerns(Thread thread, boolean ofPool) {
        return thread == main || ofPool ? !mainEnded || bore(thread) : bore(thread);
    }

    /** Also where there was none yet: that is the first throw. */
    private boolean graceIsOver(Thread thread) {
        Grace grace = graces.get(thread);
        if (grace == null) {
            graces.put(thread, new Grace());
            return true;
        }
        return grace.isOver();
    }

    private boolean isOfPool(Thread thread) {
        if (thread == main) {
            return false;
        }
        return thread instanceof ForkJoinWorkerThread || workers.computeIfAbsent(thread, _ -> worksForPool());
    }

    private static boolean worksForPool() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(frame -> frame.getClassName().startsWith(ThreadPoolExecutor.class.getName())));
    }
}
