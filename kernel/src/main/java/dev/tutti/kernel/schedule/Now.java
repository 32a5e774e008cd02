package dev.tutti.kernel.schedule;

import java.time.Duration;
import java.time.Instant;

/** The time of the call that is being carried out, as the controller gave it. */
final class Now {

    private static final long SECOND = 1_000_000_000L;

    /** Nobody waits longer; keeps sums of times in range. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private long nanos;
    private long millis;

    void is(Instant instant) {
        nanos = nanos(instant);
        millis = instant.toEpochMilli();
    }

    /** Since 1970. */
    long nanos() {
        return nanos;
    }

    /** Since 1970. */
    long millis() {
        return millis;
    }

    /** The time that is so much later, in nanoseconds since 1970. */
    long plus(Duration duration) {
        return nanos + (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }

    static long nanos(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
