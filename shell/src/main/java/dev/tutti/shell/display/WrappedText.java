package dev.tutti.shell.display;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that is longer than the display, broken at its blanks. Pure. */
final class WrappedText {

    /** A style, which takes no room, a blank, or a word. */
    private static final Pattern PIECE = Pattern.compile("(\\033\\[[0-9;]*m)|( +)|([^ \\033]+|\\033)");

    private WrappedText() {}

    /**
     * The line in lines of at most {@code width} columns; those that follow are indented as the first is. A word that is
     * longer than a line is left to the terminal, so that it can be copied.
     */
    static String of(String line, int width) {
        if (line.length() <= width || width < 1) {
            return line;
        }
        String indent = " ".repeat(line.length() - line.stripLeading().length());
        StringBuilder wrapped = new StringBuilder(line.length() + 8);
        int column = 0;
        String blanks = "";
        Matcher piece = PIECE.matcher(line);
        while (piece.find()) {
            String text = piece.group();
            if (piece.group(1) != null) {
                wrapped.append(blanks).append(text);
                column += blanks.length();
                blanks = "";
            } else if (piece.group(2) != null) {
                blanks = text;
            } else {
                boolean first = column <= indent.length() && blanks.length() + column <= indent.length();
                if (!first && column + blanks.length() + text.length() > width) {
                    wrapped.append('\n').append(indent);
                    column = indent.length();
                } else {
                    wrapped.append(blanks);
                    column += blanks.length();
                }
                blanks = "";
                wrapped.append(text);
                column += text.length();
            }
        }
        return wrapped.toString();
    }
}
