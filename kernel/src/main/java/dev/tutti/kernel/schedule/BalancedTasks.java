package dev.tutti.kernel.schedule;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import dev.tutti.kernel.schedule.BalancedTask.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life of balanced tasks, besides their placing: see {@link BalancedTask.State}. */
final class BalancedTasks {

    private final Now now;
    private final Alarms alarms;
    private final Engines engines;
    private final Orders orders;
    private final Endings endings;

    BalancedTasks(Now now, Alarms alarms, Engines engines, Orders orders, Endings endings) {
        this.now = now;
        this.alarms = alarms;
        this.engines = engines;
        this.orders = orders;
        this.endings = endings;
    }

    void submitted(Submission submission, TaskSpec spec) {
        BalancedTask task = new BalancedTask(submission, spec);
        Client client = task.client();
        client.add(task);
        client.countBlocked(1);
        waitFromNow(task);
        Balance balance = task.terms().balance();
        if (balance.dependencies().isEmpty()) {
            ready(task);
            return;
        }
        task.prerequisites = new Prerequisites(balance.dependencies());
        client.graph()
                .add(task, client::isLive)
                .ifPresentOrElse(hindrance -> impossible(task, dependency(hindrance)), () -> reconsider(task));
    }

    /** Sees what has become of those whose prerequisites have ended. */
    void reconsider() {
        for (BalancedTask task = endings.concerned(); task != null; task = endings.concerned()) {
            reconsider(task);
        }
    }

    /** A run has ended. */
    void ended(Run run, BalancedTask task, RunEnd end) {
        switch (Verdict.of(run, task, Attempt.of(run.engine, end))) {
            case Verdict.Ended(Attempt attempt) -> endings.end(task, attempt);
            case Verdict.Failed(Attempt attempt) -> failed(run, task, attempt);
            case Verdict.Unmet(Attempt attempt, String reason) -> unmet(run, task, attempt, reason);
            case Verdict.NotBegun _ -> again(task);
        }
    }

    /** A run has ended without the engine saying so: it is lost, or does not stop. */
    void ended(Run run, BalancedTask task, TaskOutcome outcome) {
        failed(run, task, Attempt.untold(run, outcome));
    }

    /** A task has waited for as long as it may. */
    void waitedLong(BalancedTask task) {
        String limit = Verdict.text(task.terms().balance().waiting().orElseThrow());
        String last = task.failure().map(BalancedTasks::lastFailure).orElse("");
        end(task, new TaskOutcome.TimedOut(false, "It found no engine within its limit of " + limit + "." + last));
    }

    void cancelled(BalancedTask task, boolean running) {
        task.cancelled = true;
        if (task.state != State.PLACED) {
            end(task, new TaskOutcome.Cancelled());
        } else if (running) {
            orders.stop(task.run);
        } else {
            orders.recall(task.run);
        }
    }

    /** A task is given up without a word. */
    void dropped(BalancedTask task) {
        leaveLine(task);
        task.state = State.ENDED;
    }

    /** An engine is gone: ends the waiting tasks that no other can run. */
    void engineLost(Client client) {
        for (Lane lane : List.copyOf(client.lanes().waiting())) {
            if (!isPossible(lane.demand)) {
                lane.tasks().forEach(this::stranded);
            }
        }
    }

    private void reconsider(BalancedTask task) {
        if (task.state != State.BLOCKED) {
            return;
        }
        Optional<String> hindrance = task.prerequisites.hindrance();
        if (hindrance.isPresent()) {
            impossible(task, dependency(hindrance.get()));
        } else if (task.prerequisites.areMet()) {
            task.prerequisites.places().ifPresent(task::follow);
            task.prerequisites = null;
            ready(task);
        }
    }

    /** A task stands in line for the first time. */
    private void ready(BalancedTask task) {
        task.client().countBlocked(-1);
        line(task);
    }

    private void line(BalancedTask task) {
        task.state = State.READY;
        task.client().lanes().add(task);
        if (!isPossible(task.lane.demand)) {
            stranded(task);
        }
    }

    /** A task comes back from an engine to where it stood in line. */
    private void again(BalancedTask task) {
        if (task.waitingAlarm != null) {
            alarms.set(task.waitingAlarm, task.waitingAlarm.atNanos);
        }
        line(task);
    }

    private void failed(Run run, BalancedTask task, Attempt attempt) {
        if (task.cancelled || task.retriesLeft == 0) {
            endings.end(task, attempt);
            return;
        }
        task.retriesLeft--;
        task.tried(run.engine);
        task.failed(attempt);
        waitFromNow(task);
        line(task);
    }

    private void unmet(Run run, BalancedTask task, Attempt attempt, String reason) {
        if (task.cancelled) {
            endings.end(task, attempt.as(new TaskOutcome.Cancelled()));
            return;
        }
        task.tried(run.engine);
        task.unmet(reason);
        again(task);
    }

    private boolean isPossible(Demand demand) {
        return demand.isOpen() && demand.tried().isEmpty() || engines.canMeet(demand);
    }

    /** No engine that is there can run a waiting task. */
    private void stranded(BalancedTask task) {
        if (task.failure().isPresent()) {
            if (task.waitingAlarm == null) {
                leaveLine(task);
                endings.end(task, task.failure().get());
            }
        } else if (task.hasTried()) {
            impossible(task, unmet(task));
        } else {
            impossible(task, absent(task.lane.demand));
        }
    }

    private void impossible(BalancedTask task, String reason) {
        end(task, new TaskOutcome.Impossible(reason));
    }

    /** Ends a task that waits. */
    private void end(BalancedTask task, TaskOutcome outcome) {
        leaveLine(task);
        endings.end(task, Attempt.unplaced(outcome));
    }

    private void leaveLine(BalancedTask task) {
        alarms.cancel(task.waitingAlarm);
        switch (task.state) {
            case BLOCKED -> task.client().countBlocked(-1);
            case READY -> task.client().lanes().remove(task);
            case PLACED, ENDED -> {}
        }
    }

    private void waitFromNow(BalancedTask task) {
        task.terms().balance().waiting().ifPresent(limit -> {
            if (task.waitingAlarm == null) {
                task.waitingAlarm = new Alarm(new Alarm.Due.WaitedLong(task));
            }
            alarms.set(task.waitingAlarm, now.plus(limit));
        });
    }

    private static String dependency(String hindrance) {
        return "It can never run: " + hindrance + ".";
    }

    private static String absent(Demand demand) {
        Set<EngineId> wanted = demand.follow().orElse(demand.targets());
        return wanted.isEmpty()
                ? "It can never run: no engine is both where it must follow to and where it may run."
                : "It may only run on " + EngineRanges.named(wanted) + ", and there is none such that can take it.";
    }

    private static String unmet(BalancedTask task) {
        List<EngineId> tried = task.tried().stream().map(engine -> engine.id).toList();
        return "No engine that it may run on takes it. It was tried on " + EngineRanges.named(tried)
                + (tried.size() == 1 ? ": " : ", at last: ") + task.unmetReason() + ".";
    }

    private static String lastFailure(Attempt attempt) {
        String where = attempt.engine()
                .map(engine -> " on " + EngineRanges.named(List.of(engine)))
                .orElse("");
        return " It has failed before" + where + ", and is not tried twice on the same engine.";
    }
}
