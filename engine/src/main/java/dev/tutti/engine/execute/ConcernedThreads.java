package dev.tutti.engine.execute;

import java.util.ArrayList;
import java.util.List;

/**
 * The platform threads that a stop concerns besides the main thread: those that the execution has started, and those of
 * pools that are busy with a task. Virtual threads cannot be listed; they are stopped where they pass a check.
 */
final class ConcernedThreads {

    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
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
        Thread[] all = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(all, true);
        List<Thread> concerned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean asked = all[i] != stopping.main() && (pools || stopping.bore(all[i]));
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
