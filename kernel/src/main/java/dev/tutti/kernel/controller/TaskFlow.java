package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The output of tasks on its way from engines to clients. While a client does not read what waits for it, engines that
 * print for it are not read either, so they block where they print. Where that cannot be (a stop has been asked for, or
 * the client has not read for long, and other clients wait for the engines too), its output is dropped, counted, and
 * marked.
 */
final class TaskFlow {

    /** So long engines are held back for a client that does not read. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Roster roster;
    private final Clients clients;
    private final Alarms alarms;

    /** Runs that have been told to stop, and where: what they print holds nobody back. */
    private final Map<RequestId, EngineId> stopping = new HashMap<>();

    TaskFlow(Roster roster, Clients clients, Alarms alarms) {
        this.roster = roster;
        this.clients = clients;
        this.alarms = alarms;
    }

    /** Text that a run has printed, on its way to the task's client. */
    void output(Turn turn, Slot slot, RequestId run, long owner, TaskMessage.TaskOutput output) {
        Client client = clients.find(owner).orElse(null);
        if (client == null) {
            return;
        }
        Congestion congestion = client.congestion;
        if (congestion.congested()) {
            if (congestion.deaf() || slot.mustRead() || stopping.containsKey(run)) {
                congestion.drop(output);
                return;
            }
            congestion.hold(slot); // what was on its way already is still passed on
        }
        congestion.markDropped(turn, client);
        client.tell(turn, RequestId.NONE, output);
    }

    /** More waits for a client than should, or no longer. */
    void writable(Turn turn, Client client, boolean writable) {
        if (writable) {
            end(turn, client);
            client.congestion.markDropped(turn, client);
        } else if (!client.congestion.congested()) {
            client.congestion.begin();
            alarms.set(new Alarm.DeafDue(client.number()), turn.now(), PATIENCE);
        }
    }

    /** It has not read for long. */
    void overdue(Turn turn, long number) {
        clients.find(number).ifPresent(client -> {
            client.congestion.patienceIsOver();
            release(turn, client);
        });
    }

    void clientGone(Turn turn, Client client) {
        end(turn, client);
    }

    /** A run is told to stop: its end comes the same way as what it prints. */
    void stop(Turn turn, Slot slot, RequestId run) {
        stopping.put(run, slot.id());
        Requests.readAgain(turn, slot, () -> slot.heldFor.clear());
    }

    /** Runs have ended. */
    void ended(List<RequestId> runs) {
        runs.forEach(stopping::remove);
    }

    void engineLost(EngineId engine) {
        stopping.values().removeIf(engine::equals);
    }

    /** Whether any run has been told to stop and has not ended. */
    boolean anyStopping() {
        return !stopping.isEmpty();
    }

    private void end(Turn turn, Client client) {
        alarms.cancel(new Alarm.DeafDue(client.number()));
        client.congestion.end();
        release(turn, client);
    }

    private void release(Turn turn, Client client) {
        for (EngineId engine : client.congestion.holding) {
            roster.slot(engine)
                    .ifPresent(slot -> Requests.readAgain(turn, slot, () -> slot.heldFor.remove(client.number())));
        }
        client.congestion.holding.clear();
    }
}
