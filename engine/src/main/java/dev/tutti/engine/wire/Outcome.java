package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;

/** How the execution of a cell ended on one engine that lived to tell. */
public sealed interface Outcome {

    /** The cell's last entry point gave a value. */
    record Value(Rendered rendered) implements Outcome {
        public Value {
            Objects.requireNonNull(rendered, "rendered");
        }
    }

    /** All ran; there is no value to show: a declaration, a statement, a void call. */
    record Nothing() implements Outcome {}

    /** User code threw. */
    record Thrown(Fault fault) implements Outcome {
        public Thrown {
            Objects.requireNonNull(fault, "fault");
        }
    }

    /**
     * A stop request ended it.
     *
     * @param where the main thread's stack when the request came, newest call first, cut below the entry point
     */
    record Stopped(List<Frame> where) implements Outcome {
        public Stopped {
            where = List.copyOf(where);
        }
    }

    /**
     * User code read a variable that has no value at this place.
     *
     * @param variable which one
     * @param fault the exception that said so, for its frames
     */
    record Undefined(VariableRef variable, Fault fault) implements Outcome {
        public Undefined {
            Objects.requireNonNull(variable, "variable");
            Objects.requireNonNull(fault, "fault");
        }
    }
}
