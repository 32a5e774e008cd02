package dev.tutti.kernel.cell;

import java.util.Objects;

/**
 * A piece of a text that {@link JavaLexer} has read. The tokens of a text cover it without gaps.
 *
 * @param kind what it is
 * @param start where it begins, in characters of the text
 * @param end where it ends, exclusive
 * @param closed false for a literal or comment whose end is missing, and for a bracket without partner
 * @param partner where the partner of a bracket begins, or {@link #NONE}
 */
public record Token(TokenKind kind, int start, int end, boolean closed, int partner) {

    /** No partner. */
    public static final int NONE = -1;

    public Token {
        Objects.requireNonNull(kind, "kind");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A token from %d to %d is empty.".formatted(start, end));
        }
    }

    /** The characters of this token in the text that it was read from. */
    public String in(String text) {
        return text.substring(start, end);
    }

    boolean is(String text, char symbol) {
        return end - start == 1 && text.charAt(start) == symbol;
    }

    boolean is(String text, String word) {
        return end - start == word.length() && text.startsWith(word, start);
    }

    /** How many brackets are open behind this token; one too many closing is not counted. */
    int depthAfter(int depthBefore) {
        return switch (kind) {
            case OPEN_BRACKET -> depthBefore + 1;
            case CLOSE_BRACKET -> Math.max(0, depthBefore - 1);
            default -> depthBefore;
        };
    }

    Token as(TokenKind other) {
        return new Token(other, start, end, closed, partner);
    }
}
