package dev.tutti.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one task ended on one engine, with its value or error in place, what it wrote, and when.
 *
 * @param engine the engine's number; none if it was never placed
 * @param value what it gave; null if it failed, gave null or returns nothing
 * @param error why it failed: {@link RemoteException} or {@link TaskCancelledException}; none if it did not
 * @param stdout what it wrote to its standard output; of much, the end
 * @param stderr what it wrote to its standard error; of much, the end
 * @param times when and how long
 */
public record Outcome(
        OptionalInt engine, Object value, Optional<RuntimeException> error, String stdout, String stderr, Times times) {

    public Outcome {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
        Objects.requireNonNull(times, "times");
    }

    /**
     * Times of a task, by the clock of the controller and of the engine.
     *
     * @param submitted when the controller got it
     * @param started when it began on its engine; none if it never did
     * @param completed when it ended there; none if it never began
     * @param wall how long it ran
     * @param cpu the CPU time that it took
     */
    public record Times(
            Instant submitted, Optional<Instant> started, Optional<Instant> completed, Duration wall, Duration cpu) {}

    /** Whether it gave a value. */
    public boolean succeeded() {
        return error.isEmpty();
    }

    /** When the controller got it. */
    public Instant submitted() {
        return times.submitted();
    }

    /** When it began; none if it never did. */
    public Optional<Instant> started() {
        return times.started();
    }

    /** When it ended; none if it never began. */
    public Optional<Instant> completed() {
        return times.completed();
    }

    /** How long it ran. */
    public Duration wall() {
        return times.wall();
    }

    /** The CPU time that it took. */
    public Duration cpu() {
        return times.cpu();
    }
}
