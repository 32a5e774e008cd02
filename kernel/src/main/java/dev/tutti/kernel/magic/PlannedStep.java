package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.compile.Surrounding;
import java.util.Objects;
import java.util.function.Supplier;

/** A part of a cell, ready but for compiling. */
public sealed interface PlannedStep {

    /** What an engine is to tell of a step, beside its value or in another way. */
    enum Account {
        /** Nothing. */
        NONE,
        /** What the JVM counts meanwhile. */
        COUNTS,
        /** What the code itself has measured; its value is not shown, since the figures are. */
        FIGURES,
        /** Its value as a table. */
        TABLE,
        /** All of its value, which a pager shows. */
        PAGE,
        /** Nothing: the value is opened afterwards. */
        TREE
    }

    /**
     * Java at targets.
     *
     * @param start where it begins in the cell's text
     * @param end where it ends, exclusive
     * @param placement where it runs, and how; asked for when the magics before it that change this have run
     * @param around what is put around it, if it is one expression
     * @param account what engines tell of it
     */
    record Java(int start, int end, Supplier<Placement> placement, Surrounding around, Account account)
            implements PlannedStep {
        public Java {
            Objects.requireNonNull(placement, "placement");
            Objects.requireNonNull(around, "around");
            Objects.requireNonNull(account, "account");
        }

        /** Java as typed. */
        public Java(int start, int end, Supplier<Placement> placement) {
            this(start, end, placement, Surrounding.NONE, Account.NONE);
        }

        /** Java with something around it. */
        public Java(int start, int end, Supplier<Placement> placement, Surrounding around) {
            this(start, end, placement, around, Account.NONE);
        }

        /** The same expression as what a variable gets. @param target {@code x} or {@code var x} */
        public Java assignedTo(String target) {
            Surrounding assigned =
                    new Surrounding(target + " = " + around.before(), around.after() + ";", around.inside());
            return new Java(start, end, placement, assigned);
        }

        /** A part of the Java, at the same targets. */
        public Java part(int from, int to) {
            return new Java(from, to, placement, around, account);
        }

        /** The same Java elsewhere. */
        public Java at(Supplier<Placement> other) {
            return new Java(start, end, other, around, account);
        }

        /** The same Java, of which engines tell something. */
        public Java telling(Account what) {
            return new Java(start, end, placement, around, what);
        }
    }

    /**
     * Something that the kernel does about targets.
     *
     * @param action what
     * @param placement about which
     */
    record Placed(Action action, Supplier<Placement> placement) implements PlannedStep {

        /** What is done. */
        @FunctionalInterface
        public interface Action {
            /** @throws MagicException if it cannot be done; its message is shown */
            void run(MagicContext context, TargetSpec targets) throws MagicException;
        }

        public Placed {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(placement, "placement");
        }

        /** The same elsewhere. */
        public Placed at(Supplier<Placement> other) {
            return new Placed(action, other);
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
