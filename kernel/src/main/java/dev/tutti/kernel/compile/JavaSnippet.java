package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * One declaration, statement or expression of a cell.
 *
 * @param source as typed, with the comments above it
 * @param whole with the semicolon that it may lack
 */
public record JavaSnippet(String source, String whole) {

    public JavaSnippet {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(whole, "whole");
    }
}
