package dev.tutti.kernel.magic;

import java.util.Objects;
import java.util.function.Supplier;

/** A part of a cell, ready but for compiling. */
public sealed interface PlannedStep {

    /**
     * Java at targets.
     *
     * @param start where it begins in the cell's text
     * @param end where it ends, exclusive
     * @param placement where it runs, and how; asked for when the magics before it that change this have run
     */
    record Java(int start, int end, Supplier<Placement> placement) implements PlannedStep {
        public Java {
            Objects.requireNonNull(placement, "placement");
        }
    }

    /**
     * Something that the kernel itself does.
     *
     * @param action what
     * @param changesSession whether what follows in the cell can be compiled only after it
     */
    record Act(Magic.Action action, boolean changesSession) implements PlannedStep {
        public Act {
            Objects.requireNonNull(action, "action");
        }
    }
}
