package dev.tutti.shell.line;

import dev.tutti.kernel.cell.Brackets;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.List;
import java.util.Optional;

/** Where lines begin: four columns inside the line that opened the innermost bracket. Pure. */
final class Indentation {

    /** What Tab inserts where only blanks stand before the cursor. */
    static final String STEP = "    ";

    /** Beyond this length a text keeps the indentation of its lines, so that Enter stays quick. */
    private static final int MEASURED_LENGTH = 100_000;

    private Indentation() {}

    /**
     * What a new line inserts.
     *
     * @param text the new line's end and blanks, with a second line if a closing bracket goes on it
     * @param cursor where the cursor stands then, from the beginning of the inserted text
     */
    record NewLine(String text, int cursor) {}

    /** The new line at the cursor. */
    static NewLine newLine(String text, int cursor) {
        String current = blanksOfLine(text, cursor);
        if (text.length() > MEASURED_LENGTH) {
            return end("\n" + current);
        }
        List<Token> tokens = JavaLexer.tokens(text);
        if (isInsideProse(tokens, cursor)) {
            return end("\n" + current);
        }
        Optional<Token> open = innermost(tokens, cursor);
        if (open.isEmpty()) {
            boolean chain = text.startsWith(".", lineStart(text, cursor) + current.length());
            return end(chain ? "\n" + current : "\n");
        }
        String outer = blanksOfLine(text, open.get().start());
        String inner = "\n" + outer + STEP;
        return open.get().partner() == cursor ? new NewLine(inner + "\n" + outer, inner.length()) : end(inner);
    }

    /**
     * The blanks with which the line of the cursor should begin, after a closing bracket has been typed just before the
     * cursor; empty if the line is to be left alone.
     */
    static Optional<String> closing(String text, int cursor) {
        int start = lineStart(text, cursor);
        if (text.length() > MEASURED_LENGTH
                || !text.substring(start, cursor - 1).isBlank()) {
            return Optional.empty();
        }
        List<Token> tokens = JavaLexer.tokens(text);
        var partner = Brackets.matching(tokens, cursor - 1);
        return partner.isPresent() ? Optional.of(blanksOfLine(text, partner.getAsInt())) : Optional.empty();
    }

    /** Whether only blanks stand between the beginning of the line and the cursor. */
    static boolean isBeforeText(String text, int cursor) {
        return text.substring(lineStart(text, cursor), cursor).isBlank();
    }

    static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    static int lineEnd(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    private static NewLine end(String inserted) {
        return new NewLine(inserted, inserted.length());
    }

    private static String blanksOfLine(String text, int offset) {
        int start = lineStart(text, offset);
        int end = start;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Whether the cursor stands in a comment or text block that goes on after the line. */
    private static boolean isInsideProse(List<Token> tokens, int cursor) {
        Optional<Token> token = Brackets.at(tokens, cursor - 1);
        return token.filter(t -> t.kind() == TokenKind.TEXT_BLOCK || t.kind().isComment())
                .filter(t -> t.end() > cursor || !t.closed())
                .isPresent();
    }

    /** The innermost bracket that is open at an offset. */
    static Optional<Token> innermost(List<Token> tokens, int cursor) {
        Token found = null;
        for (Token token : tokens) {
            if (token.end() > cursor) {
                break;
            }
            boolean open = token.partner() == Token.NONE || token.partner() >= cursor;
            if (token.kind() == TokenKind.OPEN_BRACKET && open) {
                found = token;
            }
        }
        return Optional.ofNullable(found);
    }
}
