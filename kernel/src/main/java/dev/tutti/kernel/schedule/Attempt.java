package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.Optional;

/** How a task ended on an engine, or without one. The components are those of {@link dev.tutti.engine.wire.TaskEnd}. */
record Attempt(Optional<EngineId> engine, TaskOutcome outcome, long startedMillis, long wallNanos, long cpuNanos) {

    static Attempt of(Engine engine, RunEnd end) {
        return new Attempt(engine.some, end.outcome(), end.startedMillis(), end.wallNanos(), end.cpuNanos());
    }

    /** What the controller makes of what the engine said. */
    Attempt as(TaskOutcome other) {
        return new Attempt(engine, other, startedMillis, wallNanos, cpuNanos);
    }

    /** An end that the engine did not tell. */
    static Attempt untold(Run run, TaskOutcome outcome) {
        return new Attempt(run.engine.some, outcome, run.sinceNanos / 1_000_000, 0, 0);
    }

    static Attempt unplaced(TaskOutcome outcome) {
        return new Attempt(Optional.empty(), outcome, 0, 0, 0);
    }

    boolean succeeded() {
        return outcome instanceof TaskOutcome.Value;
    }
}
