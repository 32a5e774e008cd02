package dev.tutti.engine.execute;

import java.util.ArrayList;
import java.util.List;

/** The platform threads that an execution has started and that still live. Virtual threads cannot be listed. */
final class StartedThreads {

    private final List<Thread> threads;

    private StartedThreads(List<Thread> threads) {
        this.threads = threads;
    }

    static StartedThreads of(Stopping stopping) {
        ThreadGroup group = stopping.main().getThreadGroup();
        if (group == null) {
            return new StartedThreads(List.of()); // The main thread has ended, and the engine with it.
        }
        Thread[] all = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(all, true);
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (stopping.bore(all[i])) {
                started.add(all[i]);
            }
        }
        return new StartedThreads(started);
    }

    void interrupt() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }

    boolean anyAlive() {
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                return true;
            }
        }
        return false;
    }

    /** Waits for the first that lives. */
    void join(long millis) throws InterruptedException {
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                thread.join(millis);
                return;
            }
        }
    }
}
