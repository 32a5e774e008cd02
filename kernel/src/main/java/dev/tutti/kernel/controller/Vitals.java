package dev.tutti.kernel.controller;

import java.time.Duration;
import java.time.Instant;

/** The signs of life of one engine since it joined. */
final class Vitals {

    private Instant heard = Instant.EPOCH;
    private long received;
    private boolean pinged;
    private boolean silenceTold;

    void joined(Instant now) {
        heard = now;
        received = 1;
        pinged = false;
        silenceTold = false;
    }

    /** A message has come, whatever it says. */
    void heard(Instant now) {
        heard = now;
        received++;
        silenceTold = false;
    }

    /** A silence up to now is not the engine's fault. */
    void excuse(Instant now) {
        heard = now;
    }

    /** How many messages have come on this connection. */
    long received() {
        return received;
    }

    /** Whether to ask for a sign of life: not while the last question is open. */
    boolean ping() {
        boolean ask = !pinged;
        pinged = true;
        return ask;
    }

    void pong() {
        pinged = false;
    }

    Duration silence(Instant now) {
        return Duration.between(heard, now);
    }

    /** Whether a silence is to be told: once. */
    boolean tellSilence() {
        boolean tell = !silenceTold;
        silenceTold = true;
        return tell;
    }
}
