package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import java.util.Objects;

/**
 * Where a Java step runs, and how.
 *
 * @param targets where it runs
 * @param options how it is run and shown
 */
public record Placement(TargetSpec targets, StepOptions options) {

    /** A plain cell's. */
    public static final Placement LOCAL = new Placement(TargetSpec.LOCAL, StepOptions.PLAIN);

    public Placement {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(options, "options");
    }
}
