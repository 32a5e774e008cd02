package dev.tutti.shell.help;

import java.util.Objects;

/** Text of one style, without line ends. */
public record Span(String text, TextStyle style) {

    public Span {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(style, "style");
    }
}
