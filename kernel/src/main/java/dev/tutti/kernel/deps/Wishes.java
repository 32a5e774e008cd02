package dev.tutti.kernel.deps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a session wants from repositories: all of it is resolved together, so that versions fit.
 *
 * @param wanted in the order in which it was wished
 * @param boms bills of materials, whose versions rule where the user gives none and for what is needed on the way
 * @param exclusions modules that are not to come along, {@code group:artifact}, each part may be {@code *}
 * @param repositories besides those of settings.xml and Maven Central, in the order in which they are asked
 */
public record Wishes(
        List<Coordinates> wanted, List<Coordinates> boms, List<String> exclusions, List<Repository> repositories) {

    /** Nothing. */
    public static final Wishes NONE = new Wishes(List.of(), List.of(), List.of(), List.of());

    public Wishes {
        wanted = List.copyOf(wanted);
        boms = List.copyOf(boms);
        exclusions = List.copyOf(exclusions);
        repositories = List.copyOf(repositories);
    }

    /** Both; a module that both want is wanted in the version of the other, and anything only once. */
    public Wishes with(Wishes more) {
        List<Coordinates> all = new ArrayList<>(wanted);
        for (Coordinates one : more.wanted) {
            all.removeIf(before -> before.withVersion("").equals(one.withVersion("")));
            all.add(one);
        }
        return new Wishes(
                all,
                joined(boms, more.boms),
                joined(exclusions, more.exclusions),
                joined(repositories, more.repositories));
    }

    /** The same, with what is there wanted in the version that is there. @param present by coordinates without their version */
    public Wishes inVersionsOf(Map<Coordinates, Resolution.Artifact> present) {
        List<Coordinates> there = wanted.stream()
                .map(one -> {
                    Resolution.Artifact artifact = present.get(one.withVersion(""));
                    return artifact == null ? one : artifact.coordinates();
                })
                .toList();
        return new Wishes(there, boms, exclusions, repositories);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
