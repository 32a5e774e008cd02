package dev.tutti.engine.measure;

import java.util.List;

/**
 * What a piece of code has cost beside its time, as the JVM counts it for {@code %time}; -1 for what it does not tell.
 *
 * @param wallNanos how long it ran
 * @param allocatedBytes bytes of heap that all threads have taken
 * @param processCpuNanos CPU time of the whole process
 * @param collections how often a collector ran
 * @param collectionMillis for how long
 */
public record Spent(
        long wallNanos, long allocatedBytes, long processCpuNanos, long collections, long collectionMillis) {

    /** Asks for nothing, but has the counters loaded: the first time takes them some tens of milliseconds. */
    public static final String SUBJECT = "spent";

    /** A moment from which on it is counted. */
    public static final class Start {

        private final JvmCounters counters = JvmCounters.ofThisThread();
        private final Spent before = now();

        private Start() {}

        private Spent now() {
            return new Spent(
                    System.nanoTime(),
                    counters.allAllocatedBytes(),
                    counters.processCpuNanos(),
                    counters.collections(),
                    counters.collectionMillis());
        }

        /** What has been spent since. */
        public Spent spent() {
            Spent after = now();
            return new Spent(
                    after.wallNanos - before.wallNanos,
                    difference(before.allocatedBytes, after.allocatedBytes),
                    difference(before.processCpuNanos, after.processCpuNanos),
                    difference(before.collections, after.collections),
                    difference(before.collectionMillis, after.collectionMillis));
        }

        private static long difference(long before, long after) {
            return before < 0 ? -1 : Math.max(0, after - before);
        }
    }

    /** Begins to count. */
    public static Start start() {
        return new Start();
    }

    /** For the kernel. */
    public Figures figures() {
        return new Figures.Builder()
                .row(SUBJECT, wallNanos, allocatedBytes, processCpuNanos, collections, collectionMillis)
                .build();
    }

    /** From an engine. */
    public static Spent of(Figures figures) {
        List<String> row = figures.row(SUBJECT);
        return new Spent(
                Long.parseLong(row.get(0)),
                Long.parseLong(row.get(1)),
                Long.parseLong(row.get(2)),
                Long.parseLong(row.get(3)),
                Long.parseLong(row.get(4)));
    }
}
