package dev.tutti.engine.wire;

import java.util.Objects;
import java.util.Optional;

/**
 * How a task ended, as its client is told: once for each target of a direct call, once for a balanced task.
 *
 * @param task the client's number for it
 * @param engine where it ran, or was to run; none if it was never placed
 * @param outcome how it ended
 * @param submittedMillis when the controller got it, in milliseconds since 1970
 * @param startedMillis when it began on its engine; 0 if it never did
 * @param wallNanos how long it took there
 * @param cpuNanos CPU time there
 */
public record TaskEnd(
        TaskId task,
        Optional<EngineId> engine,
        TaskOutcome outcome,
        long submittedMillis,
        long startedMillis,
        long wallNanos,
        long cpuNanos) {

    public TaskEnd {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(outcome, "outcome");
    }
}
