package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.RequestId;
import dev.tutti.kernel.schedule.TaskScheduler.Owner;
import java.util.Optional;
import java.util.function.Supplier;

/** The runs on engines: their numbers, whose they are, whose turn it is. */
final class Runs {

    private final Now now;
    private final Alarms alarms;
    private final Supplier<RequestId> numbers;
    private final LongTable<Task> owners = new LongTable<>();

    Runs(Now now, Alarms alarms, Supplier<RequestId> numbers) {
        this.now = now;
        this.alarms = alarms;
        this.numbers = numbers;
    }

    RequestId number() {
        return numbers.get();
    }

    Run start(RequestId id, Engine engine, DirectTask task) {
        Run run = new Run(id, engine, task, task.client().paces().expectedNanos(task.pace()));
        task.runs.add(run);
        owners.put(id.value(), task);
        engine.add(run);
        return run;
    }

    Run start(RequestId id, Engine engine, BalancedTask task) {
        Run run = new Run(id, engine, task, task.client().paces().expectedNanos(task.pace()));
        run.ahead = task.terms().demand().isAutomatic();
        task.run = run;
        task.state = BalancedTask.State.PLACED;
        alarms.cancel(task.waitingAlarm);
        owners.put(id.value(), task);
        engine.add(run);
        return run;
    }

    Run start(RequestId id, Engine engine, Initialisation call) {
        Run run = new Run(id, engine, call, AheadLimit.LEAST_NANOS);
        engine.add(run);
        return run;
    }

    /** A run has ended, or its engine has. */
    void remove(Run run) {
        run.engine.remove(run);
        forget(run);
    }

    /** Nobody waits for a run any more, but its engine is at it. */
    void forget(Run run) {
        alarms.cancel(run.alarm);
        run.forgotten = true;
        switch (run.work) {
            case BalancedTask task -> {
                if (task.run == run) {
                    task.run = null;
                }
                owners.remove(run.id.value());
            }
            case DirectTask task -> {
                task.runs.remove(run);
                if (task.runs.isEmpty()) {
                    owners.remove(run.id.value());
                }
            }
            case Initialisation _ -> {}
        }
    }

    Optional<Owner> owner(RequestId run) {
        Task task = owners.get(run.value());
        return task == null
                ? Optional.empty()
                : Optional.of(new Owner(task.client().number(), task.id()));
    }

    /** Sees whose turn it is on an engine after something has changed there. */
    void turn(Engine engine) {
        Run before = engine.current();
        Run next = engine.inTurn();
        if (next == before) {
            return;
        }
        if (before != null && !before.waiting && !before.stopped) {
            // An earlier one goes on that had waited: this one has not begun.
            before.sinceNanos = 0;
            alarms.cancel(before.alarm);
        }
        engine.turnTo(next, now.nanos());
        if (next != null && next.sinceNanos == 0) {
            next.sinceNanos = now.nanos();
            limit(next);
        }
    }

    private void limit(Run run) {
        if (run.work instanceof Task task && !run.forgotten) {
            task.terms().options().running().ifPresent(limit -> {
                run.alarm = new Alarm(new Alarm.Due.RanLong(run));
                alarms.set(run.alarm, now.plus(limit));
            });
        }
    }
}
