package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A task that each of its targets runs: one run per target, under one number. */
final class DirectTask extends Task {

    /** The runs that have not ended. */
    final List<Run> runs = new ArrayList<>(1);

    private int targets;
    private boolean allSucceeded = true;
    private Optional<EngineId> place = Optional.empty();

    DirectTask(Submission submission, TaskSpec spec) {
        super(submission, spec);
    }

    void ended(Attempt attempt) {
        targets++;
        allSucceeded &= attempt.succeeded();
        place = targets == 1 ? attempt.engine() : Optional.empty();
    }

    /** Once all have. */
    Ending ending() {
        return new Ending(allSucceeded, place);
    }
}
