package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A snippet that could end here, kept back until the next line shows that it does.
 *
 * @param text the snippet
 * @param line where it begins
 * @param interlude blank and comment lines since
 */
record HeldCell(String text, int line, List<String> interlude) {

    static final HeldCell NONE = new HeldCell("", 0, List.of());

    private static final Set<String> AFTER_BLOCKS = Set.of("else", "catch", "finally", ".");
    private static final Set<String> AFTER_EXPRESSIONS =
            Set.of(".", "::", "instanceof", "->", ")", "else", "catch", "finally");

    HeldCell {
        interlude = List.copyOf(interlude);
    }

    boolean isPresent() {
        return line > 0;
    }

    ScriptCell cell() {
        return new ScriptCell(text.stripTrailing(), line);
    }

    /** Whether this line decides nothing. */
    boolean awaits(String next) {
        return next.isBlank() || next.stripLeading().startsWith("//") && !ScriptCells.isSeparator(next);
    }

    HeldCell with(String next) {
        List<String> lines = new ArrayList<>(interlude);
        lines.add(next);
        return new HeldCell(text, line, lines);
    }

    String textWithInterlude() {
        return interlude.isEmpty() ? text : text + "\n" + String.join("\n", interlude);
    }

    int interludeLine() {
        return line + (int) text.lines().count();
    }

    boolean isContinuedBy(String next) {
        List<Token> before = JavaLexer.significant(JavaLexer.tokens(text));
        List<Token> after = JavaLexer.significant(JavaLexer.tokens(next));
        if (before.isEmpty() || after.isEmpty() || before.getLast().is(text, ';')) {
            return false;
        }
        Token first = after.getFirst();
        String word = first.in(next);
        if (before.getLast().is(text, '}')) {
            return AFTER_BLOCKS.contains(word);
        }
        boolean prefix = word.equals("++") || word.equals("--") || word.equals("!") || word.equals("~");
        boolean magic = word.equals("%") && after.size() > 1 && after.get(1).start() == first.end();
        return AFTER_EXPRESSIONS.contains(word) || first.kind() == TokenKind.OPERATOR && !prefix && !magic;
    }
}
