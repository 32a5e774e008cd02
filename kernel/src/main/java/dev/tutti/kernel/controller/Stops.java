package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * How engines are ended for good: they are asked to end, get no more work, and their slots go with their processes. One
 * that is starting, or that does not end by itself, is killed.
 */
final class Stops {

    /** A client that waits until engines have gone. */
    private record Call(long client, RequestId request, Set<EngineId> engines) {}

    private final Roster roster;
    private final Clients clients;
    private final TaskDesk tasks;
    private final Launches launches;
    private final Supplier<RequestId> ids;
    private final List<Call> calls = new ArrayList<>();

    Stops(Roster roster, Clients clients, TaskDesk tasks, Launches launches, Supplier<RequestId> ids) {
        this.roster = roster;
        this.clients = clients;
        this.tasks = tasks;
        this.launches = launches;
        this.ids = ids;
    }

    /** All of them, or none if one of them cannot be stopped. */
    void stop(Turn turn, Client client, RequestId request, List<EngineId> engines) {
        for (EngineId engine : engines) {
            if (engine.isLocal() || roster.slot(engine).isEmpty()) {
                String reason = engine.isLocal()
                        ? "Local cannot be stopped: it runs the cells without targets. It can be restarted."
                        : "There is no engine " + engine + " to stop. `%engines` lists those that there are.";
                client.tell(turn, request, new Message.Failure(reason));
                return;
            }
        }
        List<ConnectionId> asked = new ArrayList<>();
        for (EngineId engine : engines) {
            roster.slot(engine).filter(slot -> !slot.stopping()).ifPresent(slot -> stop(turn, slot, asked));
        }
        if (!asked.isEmpty()) {
            turn.add(new Instruction.Send(asked, ids.get(), new Message.Shutdown()));
        }
        calls.add(new Call(client.number(), request, new TreeSet<>(engines)));
    }

    private void stop(Turn turn, Slot slot, List<ConnectionId> asked) {
        tasks.engineLost(turn, slot.id(), Slot.STOPPED);
        if (slot.reachable()) {
            slot.connection().ifPresent(asked::add);
        }
        launches.stop(turn, slot);
    }

    /** The turn ends: those whose engines have all gone are told. */
    void settle(Turn turn, EngineNews news) {
        if (calls.isEmpty()) {
            return;
        }
        calls.removeIf(call -> {
            boolean gone = call.engines().stream()
                    .noneMatch(engine -> roster.slot(engine).isPresent());
            if (gone) {
                news.tellNow(turn);
                clients.find(call.client()).ifPresent(client -> client.tell(turn, call.request(), new Message.Ack()));
            }
            return gone;
        });
    }
}
