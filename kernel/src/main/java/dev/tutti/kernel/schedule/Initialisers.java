package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that each engine calls before its first task of a session. An engine gets no balanced task of the session
 * while one of them runs there (unless it waits for tasks itself), nor after one has failed; direct calls are refused
 * with the reason then. Direct calls that are sent before the failure is known run behind it.
 */
final class Initialisers {

    private final Engines engines;
    private final Runs runs;
    private final Orders orders;
    private final Map<SessionId, Map<String, Initialiser>> bySession = new HashMap<>();

    /** One of a session. The states are those of the engines where it has not ended well. */
    private record Initialiser(Initialisation call, TaskFunction function, Map<Engine, State> states) {}

    /** What is between an engine and the tasks of a session. */
    private sealed interface State {
        record Running(Run run) implements State {}

        record Failed(String reason) implements State {}
    }

    Initialisers(Engines engines, Runs runs, Orders orders) {
        this.engines = engines;
        this.runs = runs;
        this.orders = orders;
    }

    void add(long client, SessionId session, TaskMessage.Initialise message) {
        Initialiser initialiser = new Initialiser(
                new Initialisation(session, client, message.label()), message.function(), new HashMap<>());
        Map<String, Initialiser> ofSession = bySession.computeIfAbsent(session, _ -> new LinkedHashMap<>());
        ofSession.remove(message.label());
        ofSession.put(message.label(), initialiser);
        call(
                initialiser,
                engines.all().stream()
                        .filter(engine -> !engine.id.isLocal() && !engine.leaving)
                        .toList());
    }

    /** Those of a client are not called any more: what they carry can no longer be asked of it. */
    void clientGone(long client) {
        bySession.values().forEach(ofSession -> {
            ofSession.values().removeIf(initialiser -> {
                boolean gone = initialiser.call.client() == client;
                if (gone) {
                    initialiser.states.values().forEach(this::stop);
                }
                return gone;
            });
        });
        bySession.values().removeIf(Map::isEmpty);
    }

    void engineJoined(Engine engine) {
        if (!engine.id.isLocal()) {
            bySession.values().forEach(ofSession -> ofSession.values().forEach(each -> call(each, List.of(engine))));
        }
    }

    void engineLost(Engine engine) {
        bySession.values().forEach(ofSession -> ofSession.values().forEach(each -> each.states.remove(engine)));
    }

    void ended(Run run, Initialisation call, TaskOutcome outcome) {
        Initialiser initialiser =
                bySession.getOrDefault(call.session(), Map.of()).get(call.label());
        if (initialiser == null || initialiser.call != call) {
            return; // another has taken its place
        }
        if (outcome instanceof TaskOutcome.Value) {
            initialiser.states.remove(run.engine);
        } else {
            initialiser.states.put(run.engine, new State.Failed(reason(run.engine, call.label(), outcome)));
        }
    }

    /** Why an engine takes no tasks of a session, if that is so. */
    Optional<String> failure(SessionId session, Engine engine) {
        for (Initialiser initialiser : bySession.getOrDefault(session, Map.of()).values()) {
            if (initialiser.states.get(engine) instanceof State.Failed(String reason)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** Whether an engine takes balanced tasks of a session now. */
    boolean admit(SessionId session, Engine engine) {
        if (bySession.isEmpty()) {
            return true;
        }
        for (Initialiser initialiser : bySession.getOrDefault(session, Map.of()).values()) {
            State state = initialiser.states.get(engine);
            boolean open = state == null || state instanceof State.Running(Run run) && run.waiting;
            if (!open) {
                return false;
            }
        }
        return true;
    }

    private void call(Initialiser initialiser, List<Engine> those) {
        if (those.isEmpty()) {
            return;
        }
        RequestId id = runs.number();
        for (Engine engine : those) {
            Run run = runs.start(id, engine, initialiser.call);
            initialiser.states.put(engine, new State.Running(run));
            runs.turn(engine);
        }
        orders.send(those.stream().map(engine -> engine.id).toList(), id, initialiser.call, initialiser.function);
    }

    private void stop(State state) {
        switch (state) {
            case State.Running(Run run) -> orders.stop(run);
            case State.Failed _ -> {}
        }
    }

    private static String reason(Engine engine, String label, TaskOutcome outcome) {
        String why = switch (outcome) {
            case TaskOutcome.Thrown(Fault fault, _) ->
                fault.className() + fault.message().map(text -> ": " + text).orElse("");
            case TaskOutcome.Refused(String reason) -> reason;
            case TaskOutcome.Stopped _ -> "it was stopped";
            case TaskOutcome.Value _,
                    TaskOutcome.Unmet _,
                    TaskOutcome.Lost _,
                    TaskOutcome.Cancelled _,
                    TaskOutcome.Impossible _,
                    TaskOutcome.TimedOut _ -> "it gave " + outcome;
        };
        return "Engine " + engine.id + " takes no tasks of this session because the initialiser " + label
                + " failed there: " + why + ". Give a right one under the same name.";
    }
}
