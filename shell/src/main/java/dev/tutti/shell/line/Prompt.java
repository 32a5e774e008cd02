package dev.tutti.shell.line;

import dev.tutti.shell.line.PromptTemplate.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * What stands before a cell, {@code In [n]: } if the user wants nothing else; below it {@code ...: } with its colon in
 * the same column; and, at the right edge, what the user wants to see there.
 *
 * @param left the stretches of what stands before
 * @param right those at the right edge, none mostly
 */
record Prompt(List<Part> left, List<Part> right) {

    /** What a prompt is unless the user has set another. */
    static final String USUAL = "In [{cell}]: ";

    private static final String CONTINUED = "...: ";

    /** As the user has written it, filled in. */
    static Prompt of(PromptTemplate left, PromptTemplate right, PromptFacts facts) {
        return new Prompt(left.parts(facts), right.parts(facts));
    }

    /** The usual one. */
    static Prompt usual(int cell) {
        return of(new PromptTemplate(USUAL), new PromptTemplate(""), PromptFacts.of(cell));
    }

    String text() {
        return left.stream().map(Part::text).collect(Collectors.joining());
    }

    /** In a prompt that is too short for it, blanks. */
    String continuation() {
        int width = text().length();
        return width < CONTINUED.length() ? " ".repeat(width) : " ".repeat(width - CONTINUED.length()) + CONTINUED;
    }

    AttributedString styled(Palette palette) {
        AttributedStringBuilder styled = new AttributedStringBuilder();
        left.forEach(part -> styled.append(part.text(), part.isNumber() ? palette.promptNumber() : palette.prompt()));
        return styled.toAttributedString();
    }

    AttributedString styledContinuation(Palette palette) {
        return new AttributedString(continuation(), palette.prompt());
    }

    AttributedString styledRight(Palette palette) {
        AttributedStringBuilder styled = new AttributedStringBuilder();
        right.forEach(part -> styled.append(part.text(), palette.dim()));
        return styled.toAttributedString();
    }
}
