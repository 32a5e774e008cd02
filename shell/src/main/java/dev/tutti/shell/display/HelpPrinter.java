package dev.tutti.shell.display;

import dev.tutti.kernel.magic.HelpTopic;
import dev.tutti.shell.help.HelpPage;
import dev.tutti.shell.help.Span;
import dev.tutti.shell.help.StyledLine;

/** Prints the answer to {@code subject?}: what the session knows of it, then documentation and source. */
final class HelpPrinter {

    private final Screen screen;

    HelpPrinter(Screen screen) {
        this.screen = screen;
    }

    void print(HelpTopic topic) {
        topic.facts().forEach(screen::line);
        boolean more = !topic.documentation().isEmpty() || topic.source().isPresent();
        if (more) {
            if (!topic.facts().isEmpty()) {
                screen.line("");
            }
            HelpPage.of(topic.subject(), topic.documentation(), topic.source(), screen.width()).stream()
                    .map(this::styled)
                    .forEach(screen::line);
        }
    }

    private String styled(StyledLine line) {
        Palette palette = screen.palette();
        StringBuilder text = new StringBuilder();
        for (Span span : line.spans()) {
            text.append(
                    switch (span.style()) {
                        case PLAIN -> span.text();
                        case EMPHASIS, STRONG, HEADING, SUBJECT -> palette.strong(span.text());
                        case CODE -> palette.source(span.text());
                        case DIM -> palette.aside(span.text());
                    });
        }
        return text.toString();
    }
}
