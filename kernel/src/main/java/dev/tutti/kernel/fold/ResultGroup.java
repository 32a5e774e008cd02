package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Rendered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/**
 * Engines with equal results.
 *
 * @param engines the engines, ascending
 * @param value the value that they share
 * @param differsUnseen whether another group shows the same text although its value differs: in the part not shown
 */
public record ResultGroup(List<EngineId> engines, Rendered value, boolean differsUnseen) {

    private record Key(String text, long digest) {}

    public ResultGroup {
        engines = List.copyOf(engines);
        Objects.requireNonNull(value, "value");
    }

    /** Each engine by itself, in order. */
    public static List<ResultGroup> unfolded(SortedMap<EngineId, Rendered> results) {
        return Folded.unfolded(results).stream()
                .map(single -> new ResultGroup(single.engines(), single.item(), false))
                .toList();
    }

    /** Folds by the digest of the full values, so that values which differ only where they are abridged stay apart. */
    public static List<ResultGroup> fold(SortedMap<EngineId, Rendered> results) {
        List<Folded<Rendered>> groups = Folded.fold(results, value -> new Key(value.text(), value.digest()));
        Set<String> seen = new HashSet<>();
        Map<String, Boolean> repeated = new HashMap<>();
        groups.forEach(group ->
                repeated.merge(group.item().text(), !seen.add(group.item().text()), Boolean::logicalOr));
        List<ResultGroup> folded = new ArrayList<>();
        groups.forEach(group -> folded.add(new ResultGroup(
                group.engines(), group.item(), repeated.get(group.item().text()))));
        return List.copyOf(folded);
    }
}
