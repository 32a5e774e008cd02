package dev.tutti.kernel.export;

import dev.tutti.kernel.cell.JavaLexer;
import java.util.Objects;

/** A piece of a cell, in the order in which the pieces run. */
public sealed interface Piece {

    /** As typed. */
    String source();

    /**
     * One declaration, statement or expression.
     *
     * @param whole with the semicolon that it may lack
     */
    record Java(String source, String whole) implements Piece {

        public Java {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(whole, "whole");
        }

        /** Whether a shell shows its value, if it has one: no semicolon ends it. */
        boolean isShown() {
            return JavaLexer.tokens(source).stream()
                    .filter(token -> token.kind().isSignificant())
                    .reduce((_, last) -> last)
                    .filter(last -> !last.in(source).equals(";"))
                    .isPresent();
        }
    }

    /** What is no Java: a magic, a command, a question. */
    record Foreign(String source) implements Piece {

        public Foreign {
            Objects.requireNonNull(source, "source");
        }
    }
}
