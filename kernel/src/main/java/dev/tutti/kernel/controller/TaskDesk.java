package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.schedule.Order;
import dev.tutti.kernel.schedule.TaskScheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Where clients' tasks are handed in and their ends handed out: the scheduler's orders become instructions, and what
 * engines say of runs becomes what clients are told of tasks. The scheduler comes into being with the first client:
 * most sessions have none while they start.
 */
final class TaskDesk {

    private final Roster roster;
    private final Clients clients;
    private final TaskFlow flow;
    private final Supplier<RequestId> ids;
    private Optional<TaskScheduler> scheduler = Optional.empty();
    private boolean touched;
    private boolean closing;

    TaskDesk(Roster roster, Clients clients, TaskFlow flow, Supplier<RequestId> ids) {
        this.roster = roster;
        this.clients = clients;
        this.flow = flow;
        this.ids = ids;
    }

    /** A client is there: from now on somebody may have tasks. */
    void open(Turn turn) {
        if (scheduler.isEmpty()) {
            scheduler = Optional.of(new TaskScheduler(ids, new SplittableRandom()));
            roster.slots().stream().filter(Slot::reachable).forEach(slot -> engineJoined(turn, slot));
        }
    }

    void engineJoined(Turn turn, Slot slot) {
        scheduler.ifPresent(tasks -> {
            touched = true;
            tasks.engineJoined(turn.now(), slot.id(), slot.settings().resources());
            if (slot.settings().attached()) {
                tasks.lasts(slot.id());
            }
        });
    }

    void engineLost(Turn turn, EngineId engine, String reason) {
        scheduler.ifPresent(tasks -> {
            touched = true;
            tasks.engineLost(turn.now(), engine, reason);
            flow.engineLost(engine);
        });
    }

    void clientGone(Turn turn, Client client) {
        flow.clientGone(turn, client);
        scheduler.ifPresent(tasks -> {
            touched = true;
            tasks.clientGone(turn.now(), client.number());
        });
    }

    /** Everything that a client wanted is cancelled. */
    void abort(Turn turn, Client client, boolean running) {
        scheduler.ifPresent(tasks -> {
            touched = true;
            tasks.cancelledAll(turn.now(), client.number(), running);
        });
    }

    /** No engine will come any more: who can still be told is told that what waits for one is given up. */
    void close(Turn turn) {
        closing = true;
        clients.here().forEach(client -> abort(turn, client, false));
    }

    /** Said by a client. Tells whether it concerned tasks. */
    boolean fromClient(Turn turn, Client client, RequestId request, Message message) {
        TaskScheduler tasks = scheduler.orElseThrow();
        switch (message) {
            case TaskMessage.Submit submit -> {
                tasks.submitted(turn.now(), client.number(), client.session(), submit);
                if (closing) {
                    abort(turn, client, false);
                }
            }
            case TaskMessage.Cancel cancel -> tasks.cancelled(turn.now(), client.number(), cancel);
            case TaskMessage.Initialise initialise ->
                tasks.initialise(turn.now(), client.number(), client.session(), initialise);
            case TaskMessage.Recycle(int afterTasks) -> tasks.recycle(afterTasks);
            case TaskMessage.AskLoads() ->
                client.tell(turn, request, new TaskMessage.Loads(tasks.loads(), tasks.unplaced()));
            default -> {
                return false;
            }
        }
        touched = true;
        return true;
    }

    /** Said by an engine. Tells whether it concerned tasks. */
    boolean fromEngine(Turn turn, Slot slot, TaskMessage message) {
        switch (message) {
            case TaskMessage.RunsEnded(var ends) ->
                scheduler.ifPresent(tasks -> {
                    touched = true;
                    tasks.ended(turn.now(), slot.id(), ends);
                    if (flow.anyStopping()) {
                        flow.ended(ends.stream().map(RunEnd::run).toList());
                    }
                });
            case TaskMessage.RunWaits waits ->
                scheduler.ifPresent(tasks -> {
                    touched = true;
                    tasks.waits(turn.now(), slot.id(), waits);
                });
            case TaskMessage.RunProgress progress -> progress(turn, slot, progress);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Progress is news: who does not read gets it no more when it reads again. */
    private void progress(Turn turn, Slot slot, TaskMessage.RunProgress progress) {
        owner(progress.run())
                .ifPresent(owner -> clients.find(owner.client())
                        .filter(client -> !client.congestion.congested())
                        .ifPresent(client -> client.tell(
                                turn,
                                RequestId.NONE,
                                new TaskMessage.TaskProgress(
                                        owner.task(), slot.id(), progress.done(), progress.total(), progress.note()))));
    }

    /** Text that an engine printed. Tells whether it belongs to a task. */
    boolean output(Turn turn, Slot slot, RequestId run, Message.Output output) {
        Optional<TaskScheduler.Owner> owner = owner(run);
        owner.ifPresent(of -> flow.output(
                turn,
                slot,
                run,
                of.client(),
                new TaskMessage.TaskOutput(of.task(), slot.id(), output.kind(), output.text())));
        return owner.isPresent();
    }

    private Optional<TaskScheduler.Owner> owner(RequestId run) {
        return run.value() == RequestId.NONE.value() ? Optional.empty() : scheduler.flatMap(tasks -> tasks.owner(run));
    }

    void timePassed(Instant now) {
        scheduler.ifPresent(tasks -> {
            if (tasks.nextAlarm().filter(alarm -> !alarm.isAfter(now)).isPresent()) {
                touched = true;
                tasks.timePassed(now);
            }
        });
    }

    Optional<Instant> nextAlarm() {
        return scheduler.flatMap(TaskScheduler::nextAlarm);
    }

    /**
     * At the end of a turn of events: what follows for engines and clients.
     *
     * @return which engines are to be given fresh processes
     */
    List<EngineId> settle(Turn turn) {
        if (!touched) {
            return List.of();
        }
        touched = false;
        List<EngineId> recycled = new ArrayList<>();
        for (Order order : scheduler.orElseThrow().orders()) {
            switch (order) {
                case Order.Send(var engines, var run) -> send(turn, engines, run);
                case Order.Stop(var engine, var run) -> stop(turn, engine, run);
                case Order.Recall(var engine, var runs) -> recall(turn, engine, runs);
                case Order.Tell(long client, var ends) ->
                    clients.find(client).ifPresent(to -> TaskEnds.tell(turn, to, ends));
                case Order.Defined(var session, var engine, var variable) ->
                    turn.add(new Instruction.TellDefined(session, engine, variable));
                case Order.Recycle(var engine) -> recycled.add(engine);
            }
        }
        return recycled;
    }

    private void send(Turn turn, List<EngineId> engines, TaskMessage.Run run) {
        List<ConnectionId> connections = new ArrayList<>(engines.size());
        for (EngineId engine : engines) {
            roster.slot(engine)
                    .filter(Slot::reachable)
                    .flatMap(Slot::connection)
                    .ifPresent(connections::add);
        }
        if (!connections.isEmpty()) {
            turn.add(new Instruction.Send(connections, RequestId.NONE, run));
        }
    }

    private void recall(Turn turn, EngineId engine, List<RequestId> runs) {
        roster.slot(engine)
                .filter(Slot::reachable)
                .ifPresent(slot -> turn.add(new Instruction.Send(
                        slot.connection().stream().toList(), RequestId.NONE, new TaskMessage.Recall(runs))));
    }

    private void stop(Turn turn, EngineId engine, RequestId run) {
        roster.slot(engine).filter(Slot::reachable).ifPresent(slot -> {
            turn.add(new Instruction.Send(slot.connection().stream().toList(), ids.get(), new Message.Stop(run)));
            flow.stop(turn, slot, run);
        });
    }
}
