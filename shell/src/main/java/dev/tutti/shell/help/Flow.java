package dev.tutti.shell.help;

import java.util.ArrayList;
import java.util.List;

/** Fills lines with words of different styles; verbatim lines pass as they are. Used by one renderer at a time. */
final class Flow {

    private static final int NARROWEST = 20;

    private final int width;
    private final List<StyledLine> lines = new ArrayList<>();
    private final List<Span> line = new ArrayList<>();
    private final List<Span> word = new ArrayList<>();
    private int column;
    private boolean blankPending;
    private int indent;
    private Span label = new Span("", TextStyle.PLAIN);

    Flow(int width) {
        this.width = Math.max(NARROWEST, width);
    }

    /** Text of one style; blanks and line ends in it are all the same, and it may end inside a word. */
    void words(String text, TextStyle style) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                word.add(new Span(text.substring(i, end), style));
                i = end;
            } else {
                endWord();
                i++;
            }
        }
    }

    /** Ends the line, if it has begun. */
    void endLine() {
        endWord();
        if (!line.isEmpty()) {
            lines.add(new StyledLine(line));
            line.clear();
        }
        column = 0;
    }

    /** Ends the paragraph: the next words have a blank line above them. */
    void endParagraph() {
        endLine();
        blankPending = !lines.isEmpty();
    }

    /** Ends the line, and no blank line comes above the next words. */
    void close() {
        endLine();
        blankPending = false;
    }

    /** A line as it is, indented. */
    void verbatim(String text, TextStyle style) {
        endLine();
        blankLine();
        lines.add(text.isEmpty() ? StyledLine.BLANK : StyledLine.of(" ".repeat(indent) + text, style));
    }

    /** Indents what follows, by a negative number less. */
    void indent(int by) {
        endLine();
        indentWraps(by);
    }

    /** Indents the lines that the one being filled wraps into. */
    void indentWraps(int by) {
        endWord();
        indent = Math.max(0, indent + by);
    }

    /** Puts a label (a bullet, a number) into the indentation of the next line. */
    void label(String text, TextStyle style) {
        endLine();
        label = new Span(text, style);
    }

    /** How many columns the indentation leaves. */
    int room() {
        return width - indent;
    }

    List<StyledLine> lines() {
        endLine();
        return List.copyOf(lines);
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        int length = word.stream().mapToInt(span -> span.text().length()).sum();
        if (column > 0 && column + 1 + length > width) {
            List<Span> kept = List.copyOf(word);
            word.clear();
            endLine();
            word.addAll(kept);
        }
        if (column == 0) {
            beginLine();
        } else {
            TextStyle before = line.getLast().style();
            append(" ", before == word.getFirst().style() ? before : TextStyle.PLAIN);
        }
        word.forEach(span -> append(span.text(), span.style()));
        word.clear();
    }

    private void beginLine() {
        blankLine();
        append(" ".repeat(Math.max(0, indent - label.text().length())), TextStyle.PLAIN);
        append(label.text(), label.style());
        label = new Span("", TextStyle.PLAIN);
    }

    private void blankLine() {
        if (blankPending && !lines.isEmpty() && !lines.getLast().spans().isEmpty()) {
            lines.add(StyledLine.BLANK);
        }
        blankPending = false;
    }

    private void append(String text, TextStyle style) {
        if (text.isEmpty()) {
            return;
        }
        column += text.length();
        if (!line.isEmpty() && line.getLast().style() == style) {
            Span last = line.removeLast();
            line.add(new Span(last.text() + text, style));
        } else {
            line.add(new Span(text, style));
        }
    }
}
