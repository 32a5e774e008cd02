package dev.tutti.engine.execute;

import dev.tutti.woven.StoppedError;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A stop on its way: decides, in the thread that reached a stop check, whether that thread has to end. It does if it is
 * the main thread, if it was started since the execution began, or if it works for a pool; threads that earlier cells
 * left running are not concerned. The first check throws once, so that {@code finally} and {@code close()} can run; once
 * {@link #forGood} every check throws.
 */
final class Stopping {

    private final Thread main;
    private final long bornAfter;
    private final Set<Thread> thrown = ConcurrentHashMap.newKeySet();
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
        if (concerns(thread) && (thrown.add(thread) || forGood)) {
            throw new StoppedError();
        }
    }

    private boolean concerns(Thread thread) {
        if (thread == main || thread instanceof ForkJoinWorkerThread) {
            return !mainEnded;
        }
        return bore(thread) || !mainEnded && worksForPool();
    }

    private static boolean worksForPool() {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(
                frame -> frame.getClassName().startsWith(ThreadPoolExecutor.class.getName())));
    }
}
