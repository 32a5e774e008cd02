package dev.tutti.client;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM counts beside the time: a measurement of a moment, for differences. */
interface JvmCounters {

    /** Bytes that this thread has allocated; -1 if the JVM does not tell. */
    long allocatedBytes();

    /** How often any collector has run; -1 if the JVM does not tell. */
    long collections();

    /** Those of the calling thread. The beans take some tens of milliseconds to load, once. */
    static JvmCounters ofThisThread() {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)) {
            return new JvmCounters() {
                @Override
                public long allocatedBytes() {
                    return -1;
                }

                @Override
                public long collections() {
                    return -1;
                }
            };
        }
        long thread = Thread.currentThread().threadId();
        return new JvmCounters() {
            @Override
            public long allocatedBytes() {
                return threads.getThreadAllocatedBytes(thread);
            }

            @Override
            public long collections() {
                return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum();
            }
        };
    }
}
