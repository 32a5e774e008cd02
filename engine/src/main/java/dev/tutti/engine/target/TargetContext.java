package dev.tutti.engine.target;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * What targets mean besides the live engines.
 *
 * @param groups named groups of engines: {@code @name}
 * @param random who chooses for {@code ?k}
 */
public record TargetContext(Map<String, Collection<EngineId>> groups, RandomGenerator random) {

    /** Without groups. */
    public static final TargetContext PLAIN = new TargetContext(Map.of(), RandomGenerator.getDefault());

    public TargetContext {
        groups = Map.copyOf(groups);
    }

    Optional<Collection<EngineId>> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    String groupsPresent() {
        return groups.isEmpty()
                ? "No groups are named."
                : "Groups: " + String.join(", ", new TreeSet<>(groups.keySet())) + ".";
    }

    /** With the engine sets as groups; groups of the user's own go before. */
    public static TargetContext of(Collection<EngineInfo> engines, Map<String, Collection<EngineId>> own) {
        Map<String, Collection<EngineId>> groups = new TreeMap<>();
        for (EngineInfo engine : engines) {
            if (!engine.set().isEmpty()) {
                groups.computeIfAbsent(engine.set(), _ -> new TreeSet<>()).add(engine.engine());
            }
        }
        groups.putAll(own);
        return new TargetContext(groups, RandomGenerator.getDefault());
    }
}
