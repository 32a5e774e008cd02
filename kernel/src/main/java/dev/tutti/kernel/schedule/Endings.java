package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Ends tasks: tells their clients, and whoever has waited for them. */
final class Endings {

    private final Orders orders;

    /** Not looked at before the end of the call, so that a chain of a million tasks is no recursion. */
    private final Deque<BalancedTask> concerned = new ArrayDeque<>();

    Endings(Orders orders) {
        this.orders = orders;
    }

    void end(BalancedTask task, Attempt attempt) {
        task.state = BalancedTask.State.ENDED;
        tell(task, attempt);
        settle(task, new Ending(attempt.succeeded(), attempt.engine()));
    }

    /** Ends a direct task at one of its targets. @param last whether it has ended at all others */
    void end(DirectTask task, Attempt attempt, boolean last) {
        task.ended(attempt);
        tell(task, attempt);
        if (last) {
            settle(task, task.ending());
        }
    }

    /** Ends a task that cannot even begin to wait. */
    void refuse(Submission submission, TaskId id, TaskOutcome outcome) {
        orders.tell(
                submission.client(), new TaskEnd(id, Optional.empty(), outcome, submission.submittedMillis(), 0, 0, 0));
        concerned.addAll(submission.client().graph().ended(id, new Ending(false, Optional.empty())));
    }

    /** The next task for which another has ended that it waits for, or null. */
    BalancedTask concerned() {
        return concerned.poll();
    }

    private void settle(Task task, Ending ending) {
        task.client().remove(task);
        concerned.addAll(task.client().graph().ended(task.id(), ending));
    }

    private void tell(Task task, Attempt attempt) {
        orders.tell(
                task.client(),
                new TaskEnd(
                        task.id(),
                        attempt.engine(),
                        attempt.outcome(),
                        task.submission.submittedMillis(),
                        attempt.startedMillis(),
                        attempt.wallNanos(),
                        attempt.cpuNanos()));
    }
}
