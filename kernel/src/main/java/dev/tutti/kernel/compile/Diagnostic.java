package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * What the compiler has to say about a place in a cell.
 *
 * @param severity whether it forbids running
 * @param message one or several lines, in the user's words: no wrapper names
 * @param start where, in characters of the cell's text as typed
 * @param end where it ends, exclusive; equal to start for a point
 */
public record Diagnostic(Severity severity, String message, int start, int end) {

    /** How grave. */
    public enum Severity {
        /** The cell does not run. */
        ERROR,
        /** The cell runs. */
        NOTE
    }

    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
    }
}
