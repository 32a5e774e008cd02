package dev.tutti.kernel.debug;

import java.util.Objects;
import java.util.Optional;

/**
 * A call of the stopped thread.
 *
 * @param method its name as users know it; empty for the code of a cell itself
 * @param source the name of its source: {@code cell 3}, {@code List.java}
 * @param line in the source, from 1; less if unknown
 */
public record CallFrame(String method, String source, int line) {

    private static final String CELL = "cell ";

    public CallFrame {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(source, "source");
    }

    /** The number of the cell that it is in, if it is in one. */
    public Optional<Integer> cell() {
        try {
            return source.startsWith(CELL)
                    ? Optional.of(Integer.parseInt(source.substring(CELL.length())))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@code fact (cell 1, line 2)}, {@code cell 3, line 1}. */
    public String text() {
        String place = source + (line < 1 ? "" : cell().isPresent() ? ", line " + line : ":" + line);
        return method.isEmpty() ? place : method + " (" + place + ")";
    }
}
