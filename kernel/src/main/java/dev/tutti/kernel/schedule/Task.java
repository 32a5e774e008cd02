package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskSpec;

/** A client's task that has not ended. There may be a million: every field counts. */
abstract sealed class Task implements Work permits BalancedTask, DirectTask {

    final Submission submission;
    final TaskSpec spec;

    /** No longer wanted: it is not begun again. */
    boolean cancelled;

    Task(Submission submission, TaskSpec spec) {
        this.submission = submission;
        this.spec = spec;
    }

    TaskId id() {
        return spec.id();
    }

    Client client() {
        return submission.client();
    }

    Terms terms() {
        return submission.terms(spec.options());
    }

    TaskFunction function() {
        return submission.function(spec.function());
    }

    Pace pace() {
        return submission.pace(spec.function());
    }
}
