package dev.tutti.kernel.magic;

import dev.tutti.kernel.compile.Surrounding;
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
     * @param around what is put around it, if it is one expression
     */
    record Java(int start, int end, Supplier<Placement> placement, Surrounding around) implements PlannedStep {
        public Java {
            Objects.requireNonNull(placement, "placement");
            Objects.requireNonNull(around, "around");
        }

        /** Java as typed. */
        public Java(int start, int end, Supplier<Placement> placement) {
            this(start, end, placement, Surrounding.NONE);
        }

        /** The same expression as what a variable gets. @param target {@code x} or {@code var x} */
        public Java assignedTo(String target) {
            Surrounding assigned =
                    new Surrounding(target + " = " + around.before(), around.after() + ";", around.inside());
            return new Java(start, end, placement, assigned);
        }

        /** The same Java elsewhere. */
        public Java at(Supplier<Placement> other) {
            return new Java(start, end, other, around);
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
