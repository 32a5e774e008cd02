package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The slots, and which of them a connection, a process, a join token or a name belongs to. */
final class Roster {

    private final TreeMap<EngineId, Slot> slots = new TreeMap<>();
    private final Map<ConnectionId, Slot> byConnection = new HashMap<>();
    private final Map<LaunchId, Slot> byLaunch = new HashMap<>();
    private final Map<String, Slot> byToken = new HashMap<>();
    private final Map<String, List<EngineId>> named = new TreeMap<>();
    private int next;
    private long changes;
    private List<String> failures = new ArrayList<>();

    Collection<Slot> slots() {
        return slots.values();
    }

    /** How often something has changed of what the slots are and do; less than that may have become of it. */
    long changes() {
        return changes;
    }

    Optional<Slot> slot(EngineId engine) {
        return Optional.ofNullable(slots.get(engine));
    }

    Optional<Slot> slot(ConnectionId connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    Optional<Slot> slot(LaunchId launch) {
        return Optional.ofNullable(byLaunch.get(launch));
    }

    /** The slot whose process is to bring this token; it can be brought once. */
    Optional<Slot> slot(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** How many engines there are besides local. */
    int engines() {
        return slots.containsKey(EngineId.LOCAL) ? slots.size() - 1 : slots.size();
    }

    Slot add(EngineId engine, Instant now) {
        Slot slot = new Slot(engine, now);
        slots.put(engine, slot);
        changes++;
        return slot;
    }

    /** New slots, after all that there have been: a number is never used again for another engine. */
    List<Slot> add(int count, Instant now) {
        int first = slots.isEmpty() ? next : Math.max(next, slots.lastKey().number() + 1);
        return IntStream.range(first, first + count)
                .mapToObj(number -> add(new EngineId(number), now))
                .toList();
    }

    void remove(Slot slot) {
        release(slot);
        slots.remove(slot.id());
        if (slot.known()) {
            next = Math.max(next, slot.id().number() + 1);
        }
    }

    void launched(Slot slot, LaunchId launch, String token) {
        slot.launch(launch, token);
        byLaunch.put(launch, slot);
        byToken.put(token, slot);
    }

    void joined(Slot slot, ConnectionId connection) {
        byToken.remove(slot.token());
        byConnection.put(connection, slot);
        changes++;
    }

    void disconnected(Slot slot) {
        slot.connection().ifPresent(byConnection::remove);
        slot.disconnected();
    }

    /** An engine could not be started, as the sentence says. */
    void failed(String sentence) {
        failures.add(sentence);
        changes++;
    }

    /** What could not be started since the last call. */
    List<String> takeFailures() {
        List<String> taken = failures;
        failures = new ArrayList<>();
        return taken;
    }

    /** The slot's engine is asked to end for good. */
    void stopping(Slot slot) {
        slot.stop();
        changes++;
    }

    /** Engines get a name; one that had it before goes. */
    void name(EngineGroup group) {
        named.put(group.name(), group.engines());
        changes++;
    }

    /** A name that was given is given no more. @return whether there was such a name */
    boolean forget(String name) {
        changes++;
        return named.remove(name) != null;
    }

    /** The names under which engines were started, and those that were given since, which go before. */
    List<EngineGroup> groups() {
        Map<String, List<EngineId>> groups = new TreeMap<>();
        for (Slot slot : slots.values()) {
            String set = slot.settings().name();
            if (!set.isEmpty() && !slot.stopping()) {
                groups.computeIfAbsent(set, _ -> new ArrayList<>()).add(slot.id());
            }
        }
        named.forEach((name, engines) ->
                groups.put(name, engines.stream().filter(slots::containsKey).toList()));
        return groups.entrySet().stream()
                .map(group -> new EngineGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** News of the slot's process no longer reach the slot. */
    void release(Slot slot) {
        changes++;
        slot.connection().ifPresent(byConnection::remove);
        slot.launch().ifPresent(byLaunch::remove);
        byToken.remove(slot.token());
    }
}
