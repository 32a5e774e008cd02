package dev.tutti.kernel.schedule;

/** How long tasks of a kind take, as a moving average of the wall times of those that have ended. */
final class Pace {

    /** The newest counts for one in so many. */
    private static final long WEIGHT = 4;

    private long averageNanos = -1;

    void took(long nanos) {
        averageNanos = averageNanos < 0 ? nanos : averageNanos + (nanos - averageNanos) / WEIGHT;
    }

    boolean isKnown() {
        return averageNanos >= 0;
    }

    long averageNanos() {
        return averageNanos;
    }
}
