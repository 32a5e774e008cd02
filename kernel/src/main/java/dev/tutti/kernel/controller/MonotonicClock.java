package dev.tutti.kernel.controller;

import java.time.Instant;
import java.time.InstantSource;

/** The time of day when it was made, and from then on by the clock that nobody sets. */
final class MonotonicClock implements InstantSource {

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return origin.plusNanos(System.nanoTime() - originNanos);
    }
}
