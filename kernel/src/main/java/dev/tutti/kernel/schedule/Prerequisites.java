package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dependencies of a task. */
final class Prerequisites {

    private final List<DependencyGroup> groups;

    Prerequisites(List<Dependency> dependencies) {
        this.groups = dependencies.stream().map(DependencyGroup::new).toList();
    }

    List<DependencyGroup> groups() {
        return groups;
    }

    boolean areMet() {
        return groups.stream().allMatch(DependencyGroup::isMet);
    }

    /** Why they can never be met, if that is so. */
    Optional<String> hindrance() {
        return groups.stream().flatMap(group -> group.hindrance().stream()).findFirst();
    }

    /** Once they are met: the engines that the task must follow to, if it must. */
    Optional<Set<EngineId>> places() {
        List<Set<EngineId>> places =
                groups.stream().flatMap(group -> group.places().stream()).toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Set<EngineId> common = new HashSet<>(places.getFirst());
        places.forEach(common::retainAll);
        return Optional.of(common);
    }
}
