package dev.tutti.engine.execute;

import dev.tutti.engine.transport.Outbox;
import java.util.Optional;

/**
 * How full a cell may make the heap of its engine. A thread of its own looks at the heap while the cell runs; what is used
 * counts only after a collection, which is asked for when garbage could not explain any more what is used. So a cell may
 * be half beyond its limit for a moment, and one that makes only garbage is never stopped.
 *
 * @param bytes of the whole heap, with what other cells have left there
 */
record MemoryLimit(long bytes) {

    /** The system property that tells the limit in megabytes. */
    private static final String PROPERTY = "tutti.cells.memory";

    private static final long LOOK_AGAIN_MILLIS = 30;

    /** Collections are worth it only for so much garbage. */
    private static final long LEAST_GARBAGE_BYTES = 16L << 20;

    /** The limit that this engine was started with. */
    static Optional<MemoryLimit> asStarted() {
        long megabytes = Long.getLong(PROPERTY, 0);
        return megabytes > 0 ? Optional.of(new MemoryLimit(megabytes << 20)) : Optional.empty();
    }

    /** Begins to look after a cell; ends with it. @param ownThreads the group of threads that a stop does not concern */
    void watch(Execution cell, ThreadGroup ownThreads, Outbox outbox) {
        Thread watcher = new Thread(ownThreads, () -> look(cell, outbox), "engine-memory");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look(Execution cell, Outbox outbox) {
        long suspicious = bytes;
        try {
            while (!cell.awaitEnd(LOOK_AGAIN_MILLIS)) {
                if (usedBytes() > suspicious) {
                    System.gc();
                    long held = usedBytes();
                    if (held > bytes) {
                        Stopper.stop(cell, why(held), outbox);
                        return;
                    }
                    suspicious = Math.max(bytes, held + Math.max(bytes / 2, LEAST_GARBAGE_BYTES));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String why(long heldBytes) {
        return "This cell was stopped, because the heap held " + megabytes(heldBytes) + " MB after a collection; "
                + megabytes(bytes) + " MB are allowed (cells.memory). %heap shows what fills it, %xdel NAME drops a"
                + " variable, --set cells.memory=MEGABYTES allows more at the next start.";
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static long usedBytes() {
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }
}
