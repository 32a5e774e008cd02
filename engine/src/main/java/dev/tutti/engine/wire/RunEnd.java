package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * How a task ended on its engine.
 *
 * @param run the controller's number for it
 * @param outcome how it ended
 * @param startedMillis when it began, by the engine's clock, in milliseconds since 1970
 * @param wallNanos how long it took
 * @param cpuNanos CPU time of the main thread meanwhile; 0 where that was not measured
 */
public record RunEnd(RequestId run, TaskOutcome outcome, long startedMillis, long wallNanos, long cpuNanos) {

    public RunEnd {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(outcome, "outcome");
    }
}
