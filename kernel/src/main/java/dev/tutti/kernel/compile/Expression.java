package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * Where an expression stands in a cell's text.
 *
 * @param start its first character
 * @param end behind its last one
 */
public record Expression(int start, int end) {

    public Expression {
        Objects.checkFromToIndex(start, end, Integer.MAX_VALUE);
    }

    /** It, out of the text of its cell. */
    public String in(String cell) {
        return cell.substring(start, end);
    }
}
