package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * A snippet of a stretch of Java, before it is compiled.
 *
 * @param kind what it is
 * @param start where it begins in the cell, or its variable's name if one gets a value
 * @param end where that ends, exclusive; the semicolon behind a snippet is not part of it
 */
public record SnippetPlace(Kind kind, int start, int end) {

    /** What a snippet is, as far as somebody cares who wants to see values. */
    public enum Kind {
        /** An expression that is no assignment. */
        EXPRESSION,
        /** A variable gets a value: {@code int x = 1}, {@code x += 2}. */
        VARIABLE,
        /** Everything else. */
        OTHER
    }

    public SnippetPlace {
        Objects.requireNonNull(kind, "kind");
        Objects.checkFromToIndex(start, end, Integer.MAX_VALUE);
    }
}
