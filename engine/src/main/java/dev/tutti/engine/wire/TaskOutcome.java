package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a task ended: the first group is of engines, the second of the controller. */
public sealed interface TaskOutcome {

    // Told by engines.

    /** It gave a value. */
    record Value(Parcel value) implements TaskOutcome {
        public Value {
            Objects.requireNonNull(value, "value");
        }
    }

    /** It threw. @param exception the exception itself, where it could be encoded, so that it can be rethrown */
    record Thrown(Fault fault, Optional<Parcel> exception) implements TaskOutcome {
        public Thrown {
            Objects.requireNonNull(fault, "fault");
            Objects.requireNonNull(exception, "exception");
        }
    }

    /** It was stopped while it ran. */
    record Stopped(List<Frame> where) implements TaskOutcome {
        public Stopped {
            where = List.copyOf(where);
        }
    }

    /**
     * It is not to run on this engine: its predicate gave false, or the task itself found out.
     *
     * @param reason why, as the end of a sentence
     */
    record Unmet(String reason) implements TaskOutcome {
        public Unmet {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The engine could not begin it or could not send its value: a class that cannot be had, a name that is not defined. */
    record Refused(String reason) implements TaskOutcome {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    // Told by the controller.

    /** Its engine is gone, and it could not be run elsewhere. */
    record Lost(String reason) implements TaskOutcome {
        public Lost {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** It was cancelled before it ran. */
    record Cancelled() implements TaskOutcome {}

    /** It can never be placed: a dependency that cannot be met, no engine that it may run on. */
    record Impossible(String reason) implements TaskOutcome {
        public Impossible {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Its time was over. @param running whether it was running then, or still waiting */
    record TimedOut(boolean running, String reason) implements TaskOutcome {
        public TimedOut {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
