package dev.tutti.shell.help;

import java.util.List;
import java.util.stream.Collectors;

/** One line of help. */
public record StyledLine(List<Span> spans) {

    /** A line with nothing on it. */
    public static final StyledLine BLANK = new StyledLine(List.of());

    public StyledLine {
        spans = List.copyOf(spans);
    }

    /** A line of one style. */
    public static StyledLine of(String text, TextStyle style) {
        return text.isEmpty() ? BLANK : new StyledLine(List.of(new Span(text, style)));
    }

    /** The line without its styles. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
