package dev.tutti.kernel.deps;

import java.util.List;
import java.util.Objects;

/**
 * A node of the tree: who needs whom.
 *
 * @param coordinates as it was asked for here
 * @param instead the version that is there instead of this one; empty if it is this one
 * @param needs what it needs itself
 */
public record Dependency(Coordinates coordinates, String instead, List<Dependency> needs) {

    public Dependency {
        Objects.requireNonNull(coordinates, "coordinates");
        Objects.requireNonNull(instead, "instead");
        needs = List.copyOf(needs);
    }
}
