package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Documentation;
import dev.tutti.shell.help.JavadocText;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * What is said about the chosen item of a menu. Pure.
 *
 * @param known the element's overloads, the first one shown; never empty
 */
record ItemHelp(List<Documentation> known) {

    private static final String GAP = "  ";

    ItemHelp {
        known = List.copyOf(known);
    }

    /** One line if both fit on it or there is room for one only, else the signature's and the sentence's. */
    List<AttributedString> lines(Palette palette, int columns, int rows) {
        AttributedString signature = signature(palette, columns);
        AttributedString sentence = new AttributedString(sentence(), palette.dim());
        List<AttributedString> lines = new ArrayList<>();
        if (sentence.length() == 0) {
            lines.add(signature);
        } else if (rows == 1 || signature.columnLength() + GAP.length() + sentence.columnLength() <= columns) {
            lines.add(new AttributedStringBuilder()
                    .append(signature)
                    .append(GAP)
                    .append(sentence)
                    .toAttributedString());
        } else {
            lines.add(signature);
            lines.add(sentence);
        }
        return lines.stream().map(line -> cut(line, palette, columns)).toList();
    }

    private AttributedString signature(Palette palette, int columns) {
        Documentation first = known.getFirst();
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.append(new DocumentationView(palette, columns)
                .signature(new Documentation(first.signature(), "", Documentation.NO_PARAMETER)));
        if (known.size() > 1) {
            line.append(" · %d more".formatted(known.size() - 1), palette.dim());
        }
        return line.toAttributedString();
    }

    private String sentence() {
        return JavadocText.firstSentence(known.getFirst().javadoc());
    }

    private static AttributedString cut(AttributedString line, Palette palette, int columns) {
        if (line.columnLength() <= columns) {
            return line;
        }
        return new AttributedStringBuilder()
                .append(line.columnSubSequence(0, Math.max(0, columns - 1)))
                .append("…", palette.dim())
                .toAttributedString();
    }
}
