package dev.tutti.engine.execute;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * CPU time of the thread that made it. On Linux the kernel tells it in a file; elsewhere it is that of the process, as
 * near as {@code java.base} comes. (The thread bean of java.management would cost each engine tens of milliseconds.)
 */
final class CpuClock {

    /** For less, giving up the CPU is not worth it: the figure is then too low, by up to a tick. */
    private static final long YIELD_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final RandomAccessFile file;
    private final byte[] line = new byte[64];

    private CpuClock(RandomAccessFile file) {
        this.file = file;
    }

    static CpuClock ofThisThread() {
        try {
            // Opened here, the link resolves to this thread for ever.
            return new CpuClock(new RandomAccessFile("/proc/thread-self/schedstat", "r"));
        } catch (IOException _) {
            return new CpuClock(null);
        }
    }

    /** Nanoseconds. Only differences mean something. On a thread that has just waited. */
    long nanos() {
        return file == null ? ofProcess() : ofThread();
    }

    /** As {@link #nanos}, on a thread that has run for a while: the kernel books its time only when it gives up the CPU. */
    long nanosAfter(long wallNanos) {
        if (wallNanos > YIELD_NANOS) {
            Thread.yield();
        }
        return nanos();
    }

    private long ofThread() {
        try {
            file.seek(0);
            int length = file.read(line);
            int end = 0;
            while (end < length && line[end] != ' ') {
                end++;
            }
            return Long.parseLong(new String(line, 0, end, StandardCharsets.ISO_8859_1));
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }

    private static long ofProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }
}
