package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Which engine runs which task when. A state machine: calls say what has happened and when, {@link #orders} says what is
 * to be done; no I/O, no thread, no clock of its own. One thread at a time.
 *
 * <p>Direct tasks are sent when they are submitted; balanced ones are placed when the orders are taken, so that what
 * happens at once is placed at once. After each call, or each bundle of calls, take the orders, then ask for the next
 * alarm.
 *
 * <p>Where the messages leave it open:
 *
 * <ul>
 *   <li>Clients take turns; priorities count among the tasks of one client.
 *   <li>A task that failed, was refused, lost or stopped for running too long is run again on an engine that has not
 *       tried it; a restarted engine is another one. If there is none, it ends with its last failure, or waits for one to
 *       join if it has a limit of waiting. The limit counts anew after each failure.
 *   <li>When an engine is lost, so are all tasks that it had got, also those that may not have begun: that is not known.
 *   <li>A balanced task whose targets are all gone is impossible; one whose resources no engine bears waits.
 *   <li>Direct tasks can be depended on. They succeed when they do at all their targets, and can be followed if they have
 *       one.
 *   <li>A task that ended more than a million tasks ago is not known any more as something to depend on.
 * </ul>
 */
public final class TaskScheduler {

    private final Now now = new Now();
    private final Alarms alarms = new Alarms();
    private final Clients clients = new Clients();
    private final Engines engines = new Engines();
    private final Orders orders = new Orders();
    private final Endings endings = new Endings(orders);
    private final Runs runs;
    private final Initialisers initialisers;
    private final Recycling recycling;
    private final Recalls recalls;
    private final DirectTasks direct;
    private final BalancedTasks balanced;
    private final RunEnds runEnds;
    private final RunLimits limits;
    private final Placement placement;

    /** @param runs numbers for runs @param random for the policies that draw */
    public TaskScheduler(Supplier<RequestId> runs, RandomGenerator random) {
        this.runs = new Runs(now, alarms, runs);
        this.initialisers = new Initialisers(engines, this.runs, orders);
        this.recycling = new Recycling(engines, orders);
        this.recalls = new Recalls(now, engines, orders);
        this.direct = new DirectTasks(engines, initialisers, this.runs, orders, endings);
        this.balanced = new BalancedTasks(now, alarms, engines, orders, endings);
        this.runEnds = new RunEnds(this.runs, direct, balanced, initialisers, orders);
        this.limits = new RunLimits(now, alarms, orders, runEnds);
        this.placement =
                new Placement(clients, engines, new Room(now, initialisers, recycling), new Choice(random), this.runs);
    }

    /** A client's tasks, direct and balanced. */
    public void submitted(Instant now, long client, SessionId session, TaskMessage.Submit submit) {
        this.now.is(now);
        Submission submission = new Submission(clients.of(client), session, this.now.millis(), submit);
        for (TaskSpec spec : submit.tasks()) {
            if (submission.client().isLive(spec.id())) {
                continue; // each number ends once
            }
            Optional<String> fault = submission.fault(spec);
            if (fault.isPresent()) {
                endings.refuse(submission, spec.id(), new TaskOutcome.Refused(fault.get()));
            } else if (submission.terms(spec.options()).isBalanced()) {
                balanced.submitted(submission, spec);
            } else {
                direct.submitted(submission, spec);
            }
        }
    }

    /** See {@link TaskMessage.Cancel}. Tasks that have ended or are not known are passed over. */
    public void cancelled(Instant now, long client, TaskMessage.Cancel cancel) {
        this.now.is(now);
        Client of = clients.find(client);
        if (of == null) {
            return;
        }
        for (TaskId id : cancel.tasks()) {
            switch (of.task(id)) {
                case null -> {}
                case BalancedTask task -> {
                    balanced.cancelled(task, cancel.running());
                    cancel.grace().ifPresent(grace -> limits.release(Stream.ofNullable(task.run), grace));
                }
                case DirectTask task -> {
                    direct.cancelled(task, cancel.running());
                    cancel.grace().ifPresent(grace -> limits.release(task.runs.stream(), grace));
                }
            }
        }
    }

    /** All tasks of a client. */
    public void cancelledAll(Instant now, long client, boolean running) {
        Client of = clients.find(client);
        if (of != null) {
            List<TaskId> all = of.tasks().stream().map(Task::id).toList();
            cancelled(now, client, new TaskMessage.Cancel(all, running));
        }
    }

    /** See {@link TaskMessage.Initialise}. */
    public void initialise(Instant now, long client, SessionId session, TaskMessage.Initialise initialise) {
        this.now.is(now);
        initialisers.add(client, session, initialise);
    }

    /** See {@link TaskMessage.Recycle}. */
    public void recycle(int afterTasks) {
        recycling.after(afterTasks);
    }

    /** All that the client wanted is given up. */
    public void clientGone(Instant now, long client) {
        this.now.is(now);
        initialisers.clientGone(client);
        Client gone = clients.find(client);
        if (gone == null) {
            return;
        }
        for (Task task : gone.tasks()) {
            List<Run> running = switch (task) {
                case BalancedTask one -> {
                    List<Run> of = Stream.ofNullable(one.run).toList();
                    balanced.dropped(one);
                    yield of;
                }
                case DirectTask one -> List.copyOf(one.runs);
            };
            running.forEach(orders::stop);
            running.forEach(runs::forget);
        }
        clients.remove(gone);
        orders.forget(gone);
    }

    /**
     * An engine can be given tasks. Local may join too: it gets direct tasks, and those balanced ones that name it as a
     * target.
     */
    public void engineJoined(Instant now, EngineId engine, Set<String> resources) {
        if (engines.find(engine) != null) {
            engineLost(now, engine, "another process has taken its place");
        }
        this.now.is(now);
        Engine joined = new Engine(engine, resources);
        engines.add(joined);
        initialisers.engineJoined(joined);
    }

    /** An engine that has joined keeps its process, however many tasks it has run. */
    public void lasts(EngineId engine) {
        engines.find(engine).lasting = true;
    }

    /**
     * An engine is gone. Of one that was to be recycled the tasks that need it are kept until it joins again; if it will
     * not, say once more that it is lost.
     *
     * @param reason what is known: {@code exit code 7 (System.exit)}
     */
    public void engineLost(Instant now, EngineId engine, String reason) {
        this.now.is(now);
        Engine lost = engines.remove(engine);
        if (lost != null) {
            initialisers.engineLost(lost);
            for (Run run : lost.runs()) {
                runEnds.lost(run, reason);
            }
        }
        clients.all().forEach(balanced::engineLost);
    }

    /** Runs have ended on an engine. Those that are not known there are passed over. */
    public void ended(Instant now, EngineId engine, List<RunEnd> ends) {
        this.now.is(now);
        Engine at = engines.find(engine);
        if (at == null) {
            return;
        }
        for (RunEnd end : ends) {
            Run run = at.find(end.run());
            if (run != null) {
                runEnds.ended(run, end);
            }
        }
        runs.turn(at);
    }

    /** See {@link TaskMessage.RunWaits}. */
    public void waits(Instant now, EngineId engine, TaskMessage.RunWaits waits) {
        this.now.is(now);
        Engine at = engines.find(engine);
        Run run = at == null ? null : at.find(waits.run());
        if (run != null) {
            at.waits(run, waits.waiting());
            runs.turn(at);
        }
    }

    /** Time limits and the like. */
    public void timePassed(Instant now) {
        this.now.is(now);
        recalls.timePassed();
        for (Optional<Alarm> alarm = alarms.due(this.now.nanos());
                alarm.isPresent();
                alarm = alarms.due(this.now.nanos())) {
            switch (alarm.get().due) {
                case Alarm.Due.WaitedLong(BalancedTask task) -> balanced.waitedLong(task);
                case Alarm.Due.RanLong(Run run) -> limits.ranLong(run);
                case Alarm.Due.StopsLong(Run run) -> limits.stopsLong(run);
                case Alarm.Due.HoldsOn(Run run) -> limits.holdsOn(run);
            }
        }
    }

    /** When {@link #timePassed} is due. To be asked after the orders have been taken. */
    public Optional<Instant> nextAlarm() {
        return Stream.of(alarms.next(), recalls.next())
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .min(Long::compare)
                .map(Now::instant);
    }

    /** What is to be done since the last call. */
    public List<Order> orders() {
        balanced.reconsider();
        if (placement.round(orders)) {
            recalls.watch();
        }
        recycling.round();
        return orders.take();
    }

    /** Whose task a run is, while it runs: where its output and progress go. None if it is an initialiser's. */
    public Optional<Owner> owner(RequestId run) {
        return runs.owner(run);
    }

    /** Of all engines but local, by number; counted since they joined. */
    public List<EngineLoad> loads() {
        return engines.all().stream()
                .filter(engine -> !engine.id.isLocal())
                .map(Engine::load)
                .toList();
    }

    /** Balanced tasks that wait to be placed. */
    public int unplaced() {
        return clients.all().stream().mapToInt(Client::unplaced).sum();
    }

    /** A client's task. */
    public record Owner(long client, TaskId task) {}
}
