package dev.tutti.shell.display;

import dev.tutti.kernel.CellOrigin;
import dev.tutti.kernel.CellSource;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Shows a place in a cell's text: the line with a caret under it, tabs and wide characters counted. */
final class SourceLines {

    private static final int TAB = 4;
    private static final int INDENT = 4;

    private final CellSource source;
    private final int start;
    private final int end;
    private final int lineStart;
    private final int lineNumber;

    private SourceLines(CellSource source, int start, int end) {
        String text = source.text();
        this.source = source;
        this.start = Math.clamp(start, 0, text.length());
        this.end = Math.clamp(end, this.start, text.length());
        this.lineStart = text.lastIndexOf('\n', this.start - 1) + 1;
        this.lineNumber = (int) text.substring(0, this.start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    static SourceLines at(CellSource source, int start, int end) {
        return new SourceLines(source, start, end);
    }

    /** {@code cell 3, line 1}, or the file's line for a script run from a file. */
    String place(int cell) {
        CellOrigin origin = source.origin();
        return origin.file().isEmpty()
                ? "cell " + cell + ", line " + lineNumber
                : origin.file() + ", line " + (origin.firstLine() + lineNumber - 1);
    }

    /** The line and the caret below it; a long line is cut around the place. */
    List<String> lines(int width) {
        String text = source.text();
        int newline = text.indexOf('\n', lineStart);
        String line = text.substring(lineStart, newline < 0 ? text.length() : newline);
        int from = 0;
        int room = Math.max(20, width - INDENT - 2);
        int caret = start - lineStart;
        if (columns(line) > room) {
            from = Math.max(0, caret - room / 2);
            line = line.substring(from, Math.min(line.length(), from + room));
        }
        String shown = expand(line);
        int before = columns(line.substring(0, Math.min(caret - from, line.length())));
        int marked = columns(line.substring(
                Math.min(caret - from, line.length()),
                Math.clamp((long) end - lineStart - from, Math.min(caret - from, line.length()), line.length())));
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(INDENT) + shown.stripTrailing());
        lines.add(" ".repeat(INDENT + before) + "^" + "~".repeat(Math.max(0, marked - 1)));
        return lines;
    }

    private static String expand(String line) {
        StringBuilder expanded = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (c == '\t') {
                expanded.append(" ".repeat(TAB - expanded.length() % TAB));
            } else if (!Character.isISOControl(c)) {
                expanded.appendCodePoint(c);
            }
        });
        return expanded.toString();
    }

    private static int columns(String line) {
        return expand(line)
                .codePoints()
                .map(c -> Math.max(0, WCWidth.wcwidth(c)))
                .sum();
    }
}
