package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.TaskOutcome;
import java.time.Duration;

/** What follows from the way in which a run of a task ended. */
sealed interface Verdict {

    /** The task has ended so. */
    record Ended(Attempt attempt) implements Verdict {}

    /** The task failed there: it may run elsewhere. */
    record Failed(Attempt attempt) implements Verdict {}

    /** The task is not to run there. */
    record Unmet(Attempt attempt, String reason) implements Verdict {}

    /** The task never began there. */
    record NotBegun(Attempt attempt) implements Verdict {}

    static Verdict of(Run run, Task task, Attempt attempt) {
        return switch (attempt.outcome()) {
            case TaskOutcome.Value _ -> new Ended(attempt);
            case TaskOutcome.Stopped _ -> stopped(run, task, attempt);
            case TaskOutcome.Unmet(var reason) -> new Unmet(attempt, reason);
            case TaskOutcome.Thrown _, TaskOutcome.Refused _ -> new Failed(attempt);
            // These are not for engines to tell.
            case TaskOutcome.Lost _, TaskOutcome.Cancelled _, TaskOutcome.Impossible _, TaskOutcome.TimedOut _ ->
                new Failed(attempt);
        };
    }

    /** A task that ran for longer than it may. */
    static TaskOutcome.TimedOut ranLong(Task task, String more) {
        return new TaskOutcome.TimedOut(
                true,
                "It ran for longer than its limit of "
                        + text(task.terms().options().running().orElseThrow()) + "." + more);
    }

    /** {@code 1.5 s}, {@code 20 ms}. */
    static String text(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toMillis() / 1000.0 + " s";
    }

    private static Verdict stopped(Run run, Task task, Attempt attempt) {
        boolean begun = attempt.startedMillis() != 0;
        if (task.cancelled) {
            return new Ended(begun ? attempt : attempt.as(new TaskOutcome.Cancelled()));
        }
        if (!begun && (run.recalled || run.overdue)) {
            return new NotBegun(attempt);
        }
        return run.overdue ? new Failed(attempt.as(ranLong(task, ""))) : new Ended(attempt);
    }
}
