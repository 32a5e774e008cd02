package dev.tutti.shell.line;

import dev.tutti.kernel.cell.Brackets;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.List;
import java.util.Optional;

/**
 * What typing a bracket or quote does when both are to come in pairs: an opening one brings its partner along where
 * nothing but blanks or a closing one follows; typing the partner then steps over it; deleting the first of an empty pair
 * deletes both. Inside literals and comments everything is ordinary. Pure.
 */
final class Autopair {

    private static final String OPENING = "([{\"'";
    private static final String CLOSING = ")]}\"'";

    private Autopair() {}

    /**
     * A change of the text.
     *
     * @param insert what goes in at the cursor
     * @param forward how far the cursor then moves from where it was
     */
    record Typed(String insert, int forward) {}

    /** What typing a key does; empty if it is ordinary. */
    static Optional<Typed> typed(String text, int cursor, char key) {
        if (CLOSING.indexOf(key) >= 0
                && cursor < text.length()
                && text.charAt(cursor) == key
                && !isEscaped(text, cursor)) {
            return Optional.of(new Typed("", 1));
        }
        int pair = OPENING.indexOf(key);
        if (pair < 0 || !isFree(text, cursor) || isInsideLiteral(text, cursor)) {
            return Optional.empty();
        }
        boolean thirdQuote = key == '"' && text.startsWith("\"\"", cursor - 2);
        return thirdQuote ? Optional.empty() : Optional.of(new Typed("" + key + CLOSING.charAt(pair), 1));
    }

    /** Whether the cursor stands in an empty pair, which goes as a whole. */
    static boolean isInEmptyPair(String text, int cursor) {
        if (cursor < 1 || cursor >= text.length()) {
            return false;
        }
        int pair = OPENING.indexOf(text.charAt(cursor - 1));
        return pair >= 0 && text.charAt(cursor) == CLOSING.charAt(pair);
    }

    private static boolean isFree(String text, int cursor) {
        return cursor == text.length()
                || Character.isWhitespace(text.charAt(cursor))
                || ")]};,".indexOf(text.charAt(cursor)) >= 0;
    }

    private static boolean isEscaped(String text, int cursor) {
        return cursor > 0 && text.charAt(cursor - 1) == '\\' && isInsideLiteral(text, cursor);
    }

    private static boolean isInsideLiteral(String text, int cursor) {
        List<Token> tokens = JavaLexer.tokens(text);
        return Brackets.at(tokens, cursor - 1)
                .filter(token -> token.kind().isLiteral() && token.kind() != TokenKind.NUMBER
                        || token.kind().isComment())
                .filter(token -> token.end() > cursor || !token.closed() || token.kind() == TokenKind.LINE_COMMENT)
                .isPresent();
    }
}
