package dev.tutti.shell.line;

import java.util.Objects;

/** What the user did at a prompt. */
public sealed interface ReadResult {

    /**
     * Submitted a cell.
     *
     * @param text what was typed, without blanks at its end; never blank
     */
    record Cell(String text) implements ReadResult {
        public Cell {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Dropped what was typed, by Ctrl-C or by Enter on nothing: the same prompt again. */
    record Cleared() implements ReadResult {}

    /** Ended the session, by Ctrl-D or by closing the terminal. */
    record EndOfInput() implements ReadResult {}
}
