package dev.tutti.engine.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the JVM counts beside the time: a measurement of a moment, for differences. Any thread.
 *
 * <p>The beans take some tens of milliseconds to load, once.
 */
public interface JvmCounters {

    /** Bytes that this thread has allocated; -1 if the JVM does not tell. */
    long allocatedBytes();

    /** Bytes that all threads have allocated; -1 if the JVM does not tell. */
    long allAllocatedBytes();

    /** CPU time of the whole process, with that of the compilers and collectors; -1 if the JVM does not tell. */
    long processCpuNanos();

    /** How often any collector has run; -1 if the JVM does not tell. */
    long collections();

    /** For how long collectors have run; -1 if the JVM does not tell. */
    long collectionMillis();

    /** Those of the calling thread. */
    static JvmCounters ofThisThread() {
        return ModuleLayer.boot().findModule("jdk.management").isPresent() ? Beans.ofThisThread() : new Untold();
    }

    /** Of a JVM that does not tell. */
    final class Untold implements JvmCounters {
        @Override
        public long allocatedBytes() {
            return -1;
        }

        @Override
        public long allAllocatedBytes() {
            return -1;
        }

        @Override
        public long processCpuNanos() {
            return -1;
        }

        @Override
        public long collections() {
            return -1;
        }

        @Override
        public long collectionMillis() {
            return -1;
        }
    }

    /** By the JDK's own beans. */
    final class Beans implements JvmCounters {

        private final com.sun.management.ThreadMXBean threads;
        private final com.sun.management.OperatingSystemMXBean process;
        private final long thread = Thread.currentThread().threadId();

        private Beans(com.sun.management.ThreadMXBean threads, com.sun.management.OperatingSystemMXBean process) {
            this.threads = threads;
            this.process = process;
        }

        private static JvmCounters ofThisThread() {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                            && ManagementFactory.getOperatingSystemMXBean()
                                    instanceof com.sun.management.OperatingSystemMXBean process
                    ? new Beans(threads, process)
                    : new Untold();
        }

        @Override
        public long allocatedBytes() {
            return threads.getThreadAllocatedBytes(thread);
        }

        @Override
        public long allAllocatedBytes() {
            return threads.getTotalThreadAllocatedBytes();
        }

        @Override
        public long processCpuNanos() {
            return process.getProcessCpuTime();
        }

        @Override
        public long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }

        @Override
        public long collectionMillis() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                    .sum();
        }
    }
}
