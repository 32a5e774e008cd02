package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The life of direct tasks: sent at once, to all their targets. */
final class DirectTasks {

    private final Engines engines;
    private final Initialisers initialisers;
    private final Runs runs;
    private final Orders orders;
    private final Endings endings;

    DirectTasks(Engines engines, Initialisers initialisers, Runs runs, Orders orders, Endings endings) {
        this.engines = engines;
        this.initialisers = initialisers;
        this.runs = runs;
        this.orders = orders;
        this.endings = endings;
    }

    void submitted(Submission submission, TaskSpec spec) {
        DirectTask task = new DirectTask(submission, spec);
        TreeSet<EngineId> targets = new TreeSet<>(task.terms().targets());
        if (targets.isEmpty()) {
            endings.refuse(submission, spec.id(), new TaskOutcome.Impossible("It was given no targets."));
            return;
        }
        task.client().add(task);
        List<Engine> able = new ArrayList<>(targets.size());
        List<Attempt> refused = new ArrayList<>(0);
        for (EngineId target : targets) {
            Engine engine = engines.find(target);
            hindrance(submission, target, engine)
                    .ifPresentOrElse(
                            outcome -> refused.add(new Attempt(Optional.of(target), outcome, 0, 0, 0)),
                            () -> able.add(engine));
        }
        for (Attempt attempt : refused) {
            endings.end(task, attempt, able.isEmpty() && attempt == refused.getLast());
        }
        if (!able.isEmpty()) {
            send(task, able);
        }
    }

    /** A run has ended. */
    void ended(Run run, DirectTask task, RunEnd end) {
        Attempt attempt = switch (Verdict.of(run, task, Attempt.of(run.engine, end))) {
            case Verdict.Ended(Attempt told) -> told;
            case Verdict.Failed(Attempt told) -> told;
            case Verdict.Unmet(Attempt told, _) -> told;
            case Verdict.NotBegun(Attempt told) ->
                told.as(new TaskOutcome.TimedOut(
                        false,
                        "It was not begun: " + run.engine.name()
                                + " was at something else for as long as it may run."));
        };
        endings.end(task, attempt, task.runs.isEmpty());
    }

    /** A run has ended without the engine saying so: it is lost, or does not stop. */
    void ended(Run run, DirectTask task, TaskOutcome outcome) {
        endings.end(task, Attempt.untold(run, outcome), task.runs.isEmpty());
    }

    void cancelled(DirectTask task, boolean running) {
        task.cancelled = true;
        task.runs.forEach(running ? orders::stop : orders::recall);
    }

    private void send(DirectTask task, List<Engine> able) {
        RequestId id = runs.number();
        for (Engine engine : able) {
            runs.start(id, engine, task);
            runs.turn(engine);
        }
        orders.send(able.stream().map(engine -> engine.id).toList(), id, task);
    }

    private Optional<TaskOutcome> hindrance(Submission submission, EngineId target, Engine engine) {
        if (engine == null) {
            return Optional.of(new TaskOutcome.Lost("there is no such engine"));
        }
        if (engine.leaving) {
            return Optional.of(new TaskOutcome.Lost("it is being given a fresh process"));
        }
        return initialisers.failure(submission.session(), engine).map(TaskOutcome.Refused::new);
    }
}
