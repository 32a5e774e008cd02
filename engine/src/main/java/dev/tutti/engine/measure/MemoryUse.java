package dev.tutti.engine.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What memory a piece of code takes, run once.
 *
 * @param allocatedBytes taken in all, by all threads; -1 if the JVM does not tell
 * @param peakBytes how far the heap grew meanwhile, with garbage that nobody had collected yet
 * @param keptBytes what is alive after it and was not before: its result, and what it has put elsewhere
 * @param collections how often a collector ran meanwhile
 */
public record MemoryUse(long allocatedBytes, long peakBytes, long keptBytes, long collections) {

    private static final String MEMORY = "memory";

    /** Of some code. */
    public static MemoryUse of(Callable<?> code) throws Exception {
        JvmCounters counters = JvmCounters.ofThisThread();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        long before = aliveBytes();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long collections = counters.collections();
        long allocated = counters.allAllocatedBytes();
        Object result = code.call();
        long allocatedAfter = counters.allAllocatedBytes();
        long collectionsAfter = counters.collections();
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        long after = aliveBytes();
        java.lang.ref.Reference.reachabilityFence(result);
        MemoryUse use = new MemoryUse(
                allocated < 0 ? -1 : allocatedAfter - allocated,
                Math.max(0, peak - before),
                after - before,
                Math.max(0, collectionsAfter - collections));
        use.figures().leave();
        return use;
    }

    private static long aliveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    Figures figures() {
        return new Figures.Builder()
                .row(MEMORY, allocatedBytes, peakBytes, keptBytes, collections)
                .build();
    }

    /** From an engine. */
    public static MemoryUse of(Figures figures) {
        List<String> row = figures.row(MEMORY);
        return new MemoryUse(
                Long.parseLong(row.get(0)),
                Long.parseLong(row.get(1)),
                Long.parseLong(row.get(2)),
                Long.parseLong(row.get(3)));
    }

    /** One line for people. */
    @Override
    public String toString() {
        String allocated = allocatedBytes < 0 ? "" : Units.size(allocatedBytes) + " allocated, ";
        return allocated + "heap grew by " + Units.size(peakBytes) + " at most, "
                + (keptBytes < 0 ? Units.size(-keptBytes) + " freed" : Units.size(keptBytes) + " kept")
                + (collections > 0 ? ", " + collections + (collections == 1 ? " collection" : " collections") : "");
    }
}
