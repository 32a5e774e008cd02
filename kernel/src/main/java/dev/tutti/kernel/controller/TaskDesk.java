package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.schedule.Order;
import dev.tutti.kernel.schedule.TaskScheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where clients' tasks are handed in and their ends handed out: the scheduler's orders become instructions, and what
 * engines say of runs becomes what clients are told of tasks.
 */
final class TaskDesk {

    private final Roster roster;
    private final Clients clients;
    private final TaskScheduler scheduler;
    private final Supplier<RequestId> ids;
    private List<EngineInfo> told = List.of();
    private boolean touched;

    TaskDesk(Roster roster, Clients clients, TaskScheduler scheduler, Supplier<RequestId> ids) {
        this.roster = roster;
        this.clients = clients;
        this.scheduler = scheduler;
        this.ids = ids;
    }

    void engineJoined(Turn turn, Slot slot) {
        touched = true;
        scheduler.engineJoined(turn.now(), slot.id(), slot.settings().resources());
    }

    void engineLost(Turn turn, EngineId engine, String reason) {
        touched = true;
        scheduler.engineLost(turn.now(), engine, reason);
    }

    void clientGone(Turn turn, long client) {
        touched = true;
        scheduler.clientGone(turn.now(), client);
    }

    /** Everything that a client wanted is cancelled. */
    void abort(Turn turn, long client, boolean running) {
        touched = true;
        scheduler.cancelledAll(turn.now(), client, running);
    }

    /** Said by a client. Tells whether it concerned tasks. */
    boolean fromClient(Turn turn, Clients.Client client, RequestId request, TaskMessage message) {
        touched = true;
        switch (message) {
            case TaskMessage.Submit submit ->
                scheduler.submitted(turn.now(), client.number(), client.session(), submit);
            case TaskMessage.Cancel cancel -> scheduler.cancelled(turn.now(), client.number(), cancel);
            case TaskMessage.Initialise initialise ->
                scheduler.initialise(turn.now(), client.number(), client.session(), initialise);
            case TaskMessage.Recycle(int afterTasks) -> scheduler.recycle(afterTasks);
            case TaskMessage.AskLoads() ->
                clients.tell(turn, client, request, new TaskMessage.Loads(scheduler.loads(), scheduler.unplaced()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Said by an engine. Tells whether it concerned tasks. */
    boolean fromEngine(Turn turn, Slot slot, TaskMessage message) {
        switch (message) {
            case TaskMessage.RunsEnded(var ends) -> {
                touched = true;
                scheduler.ended(turn.now(), slot.id(), ends);
            }
            case TaskMessage.RunWaits waits -> {
                touched = true;
                scheduler.waits(turn.now(), slot.id(), waits);
            }
            case TaskMessage.RunProgress(var run, long done, long total, var note) ->
                scheduler
                        .owner(run)
                        .ifPresent(owner -> tell(
                                turn,
                                owner.client(),
                                new TaskMessage.TaskProgress(owner.task(), slot.id(), done, total, note)));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Text that an engine printed. Tells whether it belongs to a task. */
    boolean output(Turn turn, Slot slot, RequestId run, Message.Output output) {
        Optional<TaskScheduler.Owner> owner = scheduler.owner(run);
        owner.ifPresent(of -> tell(
                turn, of.client(), new TaskMessage.TaskOutput(of.task(), slot.id(), output.kind(), output.text())));
        return owner.isPresent();
    }

    void timePassed(Instant now) {
        touched = true;
        scheduler.timePassed(now);
    }

    Optional<Instant> nextAlarm() {
        return scheduler.nextAlarm();
    }

    /** What a newcomer is told of the engines. */
    void welcome(Turn turn, Clients.Client client) {
        told = engines();
        clients.tell(turn, client, RequestId.NONE, new TaskMessage.EnginesChanged(told));
    }

    /** At the end of each turn: what follows for engines and clients. Tells which engines are to be given fresh processes. */
    List<EngineId> flush(Turn turn) {
        List<EngineId> recycled = new ArrayList<>();
        if (touched) {
            touched = false;
            Map<Long, List<TaskEnd>> ends = new HashMap<>();
            for (Order order : scheduler.orders()) {
                switch (order) {
                    case Order.Send(var engines, var run) -> send(turn, engines, run);
                    case Order.Stop(var engine, var run) -> stop(turn, engine, run);
                    case Order.Recall _ -> {}
                    case Order.Tell(long client, var ended) ->
                        ends.computeIfAbsent(client, _ -> new ArrayList<>()).addAll(ended);
                    case Order.Recycle(var engine) -> recycled.add(engine);
                }
            }
            ends.forEach((client, ended) -> tell(turn, client, new TaskMessage.TasksEnded(ended)));
        }
        tellEngines(turn);
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

    private void stop(Turn turn, EngineId engine, RequestId run) {
        roster.slot(engine)
                .filter(Slot::reachable)
                .flatMap(Slot::connection)
                .ifPresent(connection ->
                        turn.add(new Instruction.Send(List.of(connection), ids.get(), new Message.Stop(run))));
    }

    private void tell(Turn turn, long client, TaskMessage message) {
        clients.find(client).ifPresent(to -> clients.tell(turn, to, RequestId.NONE, message));
    }

    private void tellEngines(Turn turn) {
        if (clients.all().isEmpty()) {
            return;
        }
        List<EngineInfo> now = engines();
        if (!now.equals(told)) {
            told = now;
            clients.all()
                    .forEach(client -> clients.tell(turn, client, RequestId.NONE, new TaskMessage.EnginesChanged(now)));
        }
    }

    private List<EngineInfo> engines() {
        return roster.slots().stream()
                .filter(slot -> !slot.id().isLocal())
                .map(Slot::info)
                .toList();
    }
}
