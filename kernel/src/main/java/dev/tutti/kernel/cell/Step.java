package dev.tutti.kernel.cell;

import java.util.Objects;

/** A part of a cell, in the order in which the parts run. Offsets count characters of the cell's text. */
public sealed interface Step {

    /** Where the step begins in the cell's text. */
    int start();

    /** Where the step ends in the cell's text, exclusive. */
    int end();

    /** Java between two magics. */
    record Java(int start, int end) implements Step {}

    /**
     * A magic call.
     *
     * @param name without percent signs
     * @param arguments the rest of its line, as typed
     * @param argumentsStart where the arguments begin in the cell's text
     * @param body the lines below a cell magic, empty for a line magic
     * @param bodyStart where the body begins in the cell's text
     * @param cellMagic whether it was called with two percent signs
     * @param assignTo the variable of {@code x = %name …}, or empty
     */
    record Magic(
            int start,
            int end,
            String name,
            String arguments,
            int argumentsStart,
            String body,
            int bodyStart,
            boolean cellMagic,
            String assignTo)
            implements Step {
        public Magic {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(arguments, "arguments");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(assignTo, "assignTo");
        }
    }

    /**
     * {@code expr?} or {@code expr??}.
     *
     * @param subject what is asked about, without question marks
     * @param source whether the source is wanted too
     */
    record Help(int start, int end, String subject, boolean source) implements Step {}

    /**
     * {@code !command}.
     *
     * @param command what the system's shell runs
     * @param assignTo the variable of {@code var y = !command}, or empty
     */
    record ShellLine(int start, int end, String command, String assignTo) implements Step {}
}
