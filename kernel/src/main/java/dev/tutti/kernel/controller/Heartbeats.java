package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Asks every engine for a sign of life once a second, and tells once of one that gives none for long. */
final class Heartbeats {

    static final Duration PERIOD = Duration.ofSeconds(1);

    /** So long an engine may be silent. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Alarm BEAT = new Alarm.Heartbeat();

    private final Roster roster;
    private final Alarms alarms;
    private final Supplier<RequestId> ids;
    private Instant last = Instant.EPOCH;

    Heartbeats(Roster roster, Alarms alarms, Supplier<RequestId> ids) {
        this.roster = roster;
        this.alarms = alarms;
        this.ids = ids;
    }

    /** An engine has joined. */
    void joined(Turn turn, Slot slot) {
        if (!alarms.isSet(BEAT)) {
            last = turn.now();
            alarms.set(BEAT, turn.now(), PERIOD);
        }
        ping(turn, List.of(slot));
    }

    void beat(Turn turn) {
        List<Slot> live = roster.slots().stream().filter(Slot::reachable).toList();
        if (live.isEmpty()) {
            return; // no engines, no timer: the next one to join sets it
        }
        boolean late = Duration.between(last, turn.now()).compareTo(PERIOD.multipliedBy(3)) > 0;
        last = turn.now();
        for (Slot slot : live) {
            if (late || slot.held()) {
                slot.vitals.excuse(turn.now()); // we slept, or do not listen: the engine is not silent
            }
            Duration silence = slot.vitals.silence(turn.now());
            if (silence.compareTo(PATIENCE) >= 0 && slot.vitals.tellSilence()) {
                turn.add(new Instruction.TellSilent(slot.id(), silence));
            }
        }
        ping(turn, live);
        alarms.set(BEAT, turn.now(), PERIOD);
    }

    /** Engines that have sent equally many messages get the same frame. */
    private void ping(Turn turn, List<Slot> slots) {
        Map<Long, List<ConnectionId>> byReceived = new TreeMap<>();
        for (Slot slot : slots) {
            if (slot.vitals.ping()) {
                slot.connection()
                        .ifPresent(connection -> byReceived
                                .computeIfAbsent(slot.vitals.received(), _ -> new ArrayList<>())
                                .add(connection));
            }
        }
        byReceived.forEach((received, connections) ->
                turn.add(new Instruction.Send(connections, ids.get(), new Message.Ping(received))));
    }
}
