package dev.tutti.engine.execute;

import dev.tutti.engine.load.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The platform threads that a stop concerns besides the main thread: those that the execution has started, and those of
 * pools that are busy with a task. Virtual threads cannot be listed; they are stopped where they pass a check.
 */
final class ConcernedThreads {

    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";

    /** Carries virtual threads; an interrupt would hit whichever it carries. */
    private static final String CARRIER = "jdk.internal.misc.CarrierThread";

    private static final String FORK_JOIN = "java.util.concurrent.ForkJoinPool";

    private final List<Thread> threads;

    private ConcernedThreads(List<Thread> threads) {
        this.threads = threads;
    }

    static ConcernedThreads of(Stopping stopping) {
        return of(stopping, true);
    }

    /** Without those of older pools: they may serve the next execution already. */
    static ConcernedThreads startedBy(Stopping stopping) {
        return of(stopping, false);
    }

    private static ConcernedThreads of(Stopping stopping, boolean pools) {
        ThreadGroup group = stopping.main().getThreadGroup();
        if (group == null) {
            return new ConcernedThreads(List.of()); // The main thread has ended, and the engine with it.
        }
        ThreadGroup root = group;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] all = new Thread[root.activeCount() * 2 + 16];
        int count = root.enumerate(all, true);
        List<Thread> concerned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean asked = isOfUser(all[i], stopping.main()) && (pools || stopping.bore(all[i]));
            if (asked && concerns(stopping, all[i])) {
                concerned.add(all[i]);
            }
        }
        return new ConcernedThreads(concerned);
    }

    boolean isEmpty() {
        return threads.isEmpty();
    }

    void interrupt() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }

    /** Waits for the first. */
    void join(long millis) throws InterruptedException {
        threads.getFirst().join(millis);
    }

    /**
     * What user code starts is in the main thread's group; the threads of the common pool are in one of their own. Those
     * of an application may have to do with other things.
     */
    private static boolean isOfUser(Thread thread, Thread main) {
        ThreadGroup group = main.getThreadGroup();
        boolean beside = group != null && group.parentOf(thread.getThreadGroup());
        return thread != main && (beside || !Application.isThere() && isWorker(thread));
    }

    private static boolean isWorker(Thread thread) {
        return thread instanceof ForkJoinWorkerThread
                && !thread.getClass().getName().equals(CARRIER);
    }

    private static boolean concerns(Stopping stopping, Thread thread) {
        boolean worker = false;
        for (StackTraceElement frame : thread.getStackTrace()) {
            String className = frame.getClassName();
            String method = frame.getMethodName();
            if (className.equals(POOL) && method.equals("getTask")
                    || className.equals(FORK_JOIN) && method.equals("awaitWork")) {
                return false; // It waits for its next task.
            }
            worker |= method.equals("runWorker") && (className.equals(POOL) || className.equals(FORK_JOIN));
        }
        return worker || stopping.bore(thread);
    }
}
