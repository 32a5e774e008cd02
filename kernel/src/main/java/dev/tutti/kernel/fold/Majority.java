package dev.tutti.kernel.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Groups against the one that most engines are in; among equally large ones that with the lowest engine. ClusterShell's
 * {@code clush --diff}.
 *
 * @param reference the largest group
 * @param others the rest, in their order
 */
public record Majority<T>(T reference, List<T> others) {

    /** @param groups at least one */
    public static <T> Majority<T> of(List<T> groups, Function<T, ? extends List<?>> engines) {
        // of equals max takes the first: groups are in the order of their lowest engine
        T reference = groups.stream()
                .max(Comparator.comparingInt(group -> engines.apply(group).size()))
                .orElseThrow();
        List<T> others = new ArrayList<>(groups);
        others.remove(reference);
        return new Majority<>(reference, List.copyOf(others));
    }
}
