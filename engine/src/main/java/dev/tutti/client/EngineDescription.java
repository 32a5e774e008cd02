package dev.tutti.client;

import dev.tutti.engine.wire.EngineInfo;
import java.util.Objects;
import java.util.Set;

/**
 * An engine as the controller knows it.
 *
 * @param id its number, kept over restarts
 * @param host its host; empty before it has joined
 * @param pid its process id; 0 before it has joined
 * @param state where it is in its life
 * @param set the name of the set that it was started in; empty for none
 * @param resources its tags, which tasks may ask for
 */
public record EngineDescription(int id, String host, long pid, State state, String set, Set<String> resources) {

    public EngineDescription {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(set, "set");
        resources = Set.copyOf(resources);
    }

    /** Where an engine is in its life. */
    public enum State {
        STARTING,
        LIVE,
        LOST
    }

    static EngineDescription of(EngineInfo info) {
        State state = switch (info.state()) {
            case STARTING -> State.STARTING;
            case LIVE -> State.LIVE;
            case LOST -> State.LOST;
        };
        return new EngineDescription(
                info.engine().number(), info.host(), info.pid(), state, info.set(), info.resources());
    }
}
