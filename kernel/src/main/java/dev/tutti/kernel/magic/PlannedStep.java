package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.TargetSpec;
import dev.tutti.kernel.compile.Surrounding;
import java.util.Objects;

/** A part of a cell, ready but for compiling. */
public sealed interface PlannedStep {

    /**
     * Java at targets.
     *
     * @param start where it begins in the cell's text
     * @param end where it ends, exclusive
     * @param targets where it runs
     * @param alsoLocal whether it runs at local too
     * @param around what is put around it, if it is one expression
     */
    record Java(int start, int end, TargetSpec targets, boolean alsoLocal, Surrounding around) implements PlannedStep {
        public Java {
            Objects.requireNonNull(targets, "targets");
            Objects.requireNonNull(around, "around");
        }

        /** Java as typed. */
        public Java(int start, int end, TargetSpec targets, boolean alsoLocal) {
            this(start, end, targets, alsoLocal, Surrounding.NONE);
        }

        /** The same Java elsewhere. */
        public Java at(TargetSpec others, boolean andLocal) {
            return new Java(start, end, others, andLocal, around);
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
