package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;
import java.util.Optional;

/** Tells whoever a run belongs to that it has ended. */
final class RunEnds {

    private final Runs runs;
    private final DirectTasks direct;
    private final BalancedTasks balanced;
    private final Initialisers initialisers;
    private final Orders orders;

    RunEnds(Runs runs, DirectTasks direct, BalancedTasks balanced, Initialisers initialisers, Orders orders) {
        this.runs = runs;
        this.direct = direct;
        this.balanced = balanced;
        this.initialisers = initialisers;
        this.orders = orders;
    }

    /** The engine says so. */
    void ended(Run run, RunEnd end) {
        boolean forgotten = run.forgotten;
        runs.remove(run);
        count(run, end);
        if (end.outcome() instanceof TaskOutcome.Value && run.work instanceof Task task) {
            defined(task)
                    .ifPresent(variable ->
                            orders.add(new Order.Defined(task.submission.session(), run.engine.id, variable)));
        }
        if (forgotten) {
            return;
        }
        switch (run.work) {
            case BalancedTask task -> balanced.ended(run, task, end);
            case DirectTask task -> direct.ended(run, task, end);
            case Initialisation call -> initialisers.ended(run, call, end.outcome());
        }
    }

    /** The engine is gone. */
    void lost(Run run, String reason) {
        abandon(run, outcomeOfLost(run, reason));
    }

    private static TaskOutcome outcomeOfLost(Run run, String reason) {
        if (run.overdue) {
            return Verdict.ranLong((Task) run.work, "");
        }
        // Its own engine was replaced for its sake: that is how it was stopped.
        boolean byForce = run.engine.leaving && run.work instanceof Task task && task.cancelled;
        return byForce ? new TaskOutcome.Stopped(List.of()) : new TaskOutcome.Lost(reason);
    }

    /** The run's end is not waited for. @param outcome what is told instead */
    void abandon(Run run, TaskOutcome outcome) {
        if (run.forgotten) {
            return;
        }
        runs.forget(run);
        switch (run.work) {
            case BalancedTask task -> balanced.ended(run, task, outcome);
            case DirectTask task -> direct.ended(run, task, outcome);
            case Initialisation _ -> {}
        }
    }

    /** The session variable that the task gives its value, also if nobody waits for the task any more. */
    private static Optional<VariableRef> defined(Task task) {
        return switch (task.function()) {
            case TaskFunction.Put(Name name) -> whole(name);
            case TaskFunction.Join(Name name) -> whole(name);
            case TaskFunction.Call _, TaskFunction.Get _, TaskFunction.Names _, TaskFunction.Drop _ -> Optional.empty();
        };
    }

    /** Who changes a field of a variable's value has not defined the variable. */
    private static Optional<VariableRef> whole(Name name) {
        return name.path().isEmpty() ? name.variable() : Optional.empty();
    }

    private static void count(Run run, RunEnd end) {
        boolean begun = end.startedMillis() != 0 && !(end.outcome() instanceof TaskOutcome.Unmet);
        if (begun && run.work instanceof Task task) {
            run.engine.count(end);
            task.client().paces().took(task.pace(), end.wallNanos());
        }
    }
}
