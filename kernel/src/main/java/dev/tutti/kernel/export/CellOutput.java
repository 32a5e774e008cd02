package dev.tutti.kernel.export;

import java.util.List;
import java.util.Objects;

/** Something that a cell showed, as text. */
public sealed interface CellOutput {

    /** What it wrote. @param error whether to standard error */
    record Written(boolean error, String text) implements CellOutput {

        public Written {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Its value. */
    record Value(String text) implements CellOutput {

        public Value {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Why it failed.
     *
     * @param name the class of the exception, or one word
     * @param trace the lines that tell it, the first with name and message
     */
    record Failure(String name, String message, List<String> trace) implements CellOutput {

        public Failure {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(message, "message");
            trace = List.copyOf(trace);
        }
    }
}
