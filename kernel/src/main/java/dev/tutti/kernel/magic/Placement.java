package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.TargetSpec;
import java.util.Objects;

/**
 * Where a Java step runs, and how.
 *
 * @param targets where it runs
 * @param options how it is run and shown
 */
public record Placement(TargetSpec targets, StepOptions options) {

    public Placement {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(options, "options");
    }
}
