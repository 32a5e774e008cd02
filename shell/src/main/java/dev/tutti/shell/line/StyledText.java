package dev.tutti.shell.line;

import dev.tutti.shell.help.Span;
import dev.tutti.shell.help.StyledLine;
import dev.tutti.shell.help.TextStyle;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Help text in the colours of the line editor. */
final class StyledText {

    private final Palette palette;

    StyledText(Palette palette) {
        this.palette = palette;
    }

    List<AttributedString> of(List<StyledLine> lines) {
        return lines.stream().map(this::of).toList();
    }

    private AttributedString of(StyledLine line) {
        AttributedStringBuilder styled = new AttributedStringBuilder();
        for (Span span : line.spans()) {
            styled.append(span.text(), style(span.style()));
        }
        return styled.toAttributedString();
    }

    private AttributedStyle style(TextStyle style) {
        return switch (style) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case EMPHASIS -> AttributedStyle.DEFAULT.italic();
            case STRONG, HEADING, SUBJECT -> AttributedStyle.DEFAULT.bold();
            case CODE -> palette.kind();
            case DIM -> palette.dim();
        };
    }
}
