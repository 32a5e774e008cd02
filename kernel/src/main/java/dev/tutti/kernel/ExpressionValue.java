package dev.tutti.kernel;

import java.util.List;
import java.util.Objects;

/** What came of an {@link Evaluation}. */
public sealed interface ExpressionValue {

    /** What the code has printed meanwhile, and what is to be said of it; mostly empty. */
    String output();

    /**
     * It has a value, or none if it is a call of a void method.
     *
     * @param type the class of the value; {@code void} if there is none
     * @param lines the value as text, bounded
     */
    record Shown(String output, String type, List<String> lines) implements ExpressionValue {
        public Shown {
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(type, "type");
            lines = List.copyOf(lines);
        }
    }

    /** It failed, does not compile or was stopped. @param why a sentence, or what was thrown */
    record Failed(String output, String why) implements ExpressionValue {
        public Failed {
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(why, "why");
        }
    }
}
