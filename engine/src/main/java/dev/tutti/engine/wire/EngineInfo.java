package dev.tutti.engine.wire;

import java.util.Objects;
import java.util.Set;

/**
 * What clients are told of an engine.
 *
 * @param state where it is in its life
 * @param host its host; empty before it has joined
 * @param pid its process id; 0 before it has joined
 * @param set the name of the engine set that it was started in; empty for none
 * @param resources its tags
 */
public record EngineInfo(EngineId engine, State state, String host, long pid, String set, Set<String> resources) {

    /** Where an engine is in its life. */
    public enum State {
        STARTING,
        LIVE,
        LOST
    }

    public EngineInfo {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(state, "state");
        resources = Set.copyOf(resources);
    }
}
