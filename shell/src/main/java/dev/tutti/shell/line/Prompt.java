package dev.tutti.shell.line;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * {@code In [n]: }, and below it {@code ...: } with its colon in the same column.
 *
 * @param number of the cell that is typed
 */
record Prompt(int number) {

    private static final String CONTINUED = "...: ";

    String text() {
        return "In [" + number + "]: ";
    }

    String continuation() {
        return " ".repeat(text().length() - CONTINUED.length()) + CONTINUED;
    }

    AttributedString styled(Palette palette) {
        return new AttributedStringBuilder()
                .append("In [", palette.prompt())
                .append(Integer.toString(number), palette.promptNumber())
                .append("]: ", palette.prompt())
                .toAttributedString();
    }

    AttributedString styledContinuation(Palette palette) {
        return new AttributedString(continuation(), palette.prompt());
    }
}
