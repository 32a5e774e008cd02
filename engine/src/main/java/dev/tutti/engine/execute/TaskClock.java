package dev.tutti.engine.execute;

import java.util.concurrent.TimeUnit;

/**
 * Times of tasks. To ask for CPU time takes longer than a short task: the thread's is read once in a millisecond at most,
 * and a task's is told from {@link #MEASURED_NANOS} on. Main thread.
 */
final class TaskClock {

    private static final long MEASURED_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final CpuClock cpu = CpuClock.ofThisThread();
    private long readAt = System.nanoTime() - FRESH_NANOS;
    private long readCpu;

    /**
     * When something began.
     *
     * @param nanos by {@link System#nanoTime}
     * @param cpuNanos CPU time of the thread then
     */
    record Start(long nanos, long cpuNanos) {}

    Start start() {
        long now = System.nanoTime();
        if (now - readAt >= FRESH_NANOS) {
            readCpu = cpu.nanos();
            readAt = now;
        }
        return new Start(now, readCpu + (now - readAt));
    }

    long wallNanos(Start start) {
        return System.nanoTime() - start.nanos();
    }

    /** 0 where it was not measured. */
    long cpuNanos(Start start, long wallNanos) {
        if (wallNanos < MEASURED_NANOS) {
            return 0;
        }
        readCpu = cpu.nanosAfter(wallNanos);
        readAt = System.nanoTime();
        return Math.clamp(readCpu - start.cpuNanos(), 0, wallNanos);
    }
}
