package dev.tutti.kernel;

import java.util.Objects;
import java.util.Optional;

/** A cell's text as submitted, kept so that errors can show their line. */
public record CellSource(String text, CellOrigin origin) {

    public CellSource {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }

    /** A line of the cell, from 1, without blanks around it. */
    public Optional<String> line(int number) {
        return number < 1
                ? Optional.empty()
                : text.lines().skip(number - 1L).findFirst().map(String::strip);
    }
}
