package dev.tutti.engine.execute;

/**
 * Says when an engine that has nothing to do should collect its garbage. Its collector looks into the old generation only
 * when the heap has reached its limit; large arrays are born there, so an engine that is given 80 MB again and again would
 * grow to gigabytes, and write each time to memory that the system has to find first, which takes longer than the copy.
 */
final class HeapWatch {

    /** A heap of this size is nobody's concern. */
    static final long LEAST_BYTES = 192L << 20;

    private long lived;

    /** Whether so many used bytes are worth a collection: twice what was left by the last one. */
    boolean isDue(long usedBytes) {
        return usedBytes >= Math.max(LEAST_BYTES, 2 * lived);
    }

    /** What a collection has left. */
    void collected(long usedBytes) {
        lived = usedBytes;
    }
}
