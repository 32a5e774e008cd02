package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What several engines have in common. The idea is ClusterShell's message tree and dshbak's.
 *
 * @param engines the engines, ascending; at least one
 * @param item what they share: that of the lowest engine
 */
public record Folded<T>(List<EngineId> engines, T item) {

    public Folded {
        engines = List.copyOf(engines);
        Objects.requireNonNull(item, "item");
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("A group of engines has at least one engine");
        }
    }

    /**
     * Groups what is equal.
     *
     * @param items one for each engine
     * @param key what must be equal for two items to be one
     * @return groups in the order of their lowest engine
     */
    public static <T> List<Folded<T>> fold(SortedMap<EngineId, T> items, Function<T, ?> key) {
        Map<Object, List<EngineId>> groups = new LinkedHashMap<>();
        items.forEach((engine, item) ->
                groups.computeIfAbsent(key.apply(item), _ -> new ArrayList<>()).add(engine));
        return groups.values().stream()
                .map(engines -> new Folded<>(engines, items.get(engines.getFirst())))
                .toList();
    }

    /** Each engine by itself, in order. */
    public static <T> List<Folded<T>> unfolded(SortedMap<EngineId, T> items) {
        return items.entrySet().stream()
                .map(entry -> new Folded<>(List.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** All engines of some groups. */
    public static List<EngineId> engines(Collection<? extends Folded<?>> groups) {
        return groups.stream()
                .flatMap(group -> group.engines().stream())
                .sorted()
                .toList();
    }
}
