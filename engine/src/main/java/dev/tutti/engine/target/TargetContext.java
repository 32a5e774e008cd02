package dev.tutti.engine.target;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

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

    /** With the groups of a cluster. */
    public static TargetContext of(Collection<EngineGroup> groups) {
        return groups.isEmpty()
                ? PLAIN
                : new TargetContext(
                        groups.stream().collect(Collectors.toMap(EngineGroup::name, EngineGroup::engines)),
                        RandomGenerator.getDefault());
    }
}
