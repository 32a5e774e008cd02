package dev.tutti.kernel.cell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which bracket belongs to which, and how deep a place lies. */
public final class Brackets {

    private Brackets() {}

    /** Where the partner of the bracket at this offset begins; empty if there is no bracket or it has no partner. */
    public static OptionalInt matching(List<Token> tokens, int offset) {
        return at(tokens, offset)
                .filter(token -> token.partner() != Token.NONE)
                .map(token -> OptionalInt.of(token.partner()))
                .orElse(OptionalInt.empty());
    }

    /** How many brackets are open at an offset: the number of indentations of a line that begins there. */
    public static int depth(List<Token> tokens, int offset) {
        int depth = 0;
        for (Token token : tokens) {
            if (token.end() > offset) {
                break;
            }
            if (token.kind() == TokenKind.OPEN_BRACKET
                    && (token.partner() == Token.NONE || token.partner() >= offset)) {
                depth++;
            }
        }
        return depth;
    }

    /** The token that covers an offset. */
    public static Optional<Token> at(List<Token> tokens, int offset) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Token token = tokens.get(middle);
            if (offset < token.start()) {
                high = middle - 1;
            } else if (offset >= token.end()) {
                low = middle + 1;
            } else {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /**
     * Gives brackets their partners. A closing bracket that fits no open one stays alone; one that fits an outer one
     * leaves the inner ones alone, so that a forgotten parenthesis does not unsettle the braces around it.
     */
    static void link(String text, List<Token> tokens) {
        Deque<Integer> open = new ArrayDeque<>();
        int[] waiting = new int[3];
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == TokenKind.OPEN_BRACKET) {
                open.push(i);
                waiting[shape(text, token)]++;
            } else if (token.kind() == TokenKind.CLOSE_BRACKET && waiting[shape(text, token)] > 0) {
                int shape = shape(text, token);
                int partner = open.pop();
                while (shape(text, tokens.get(partner)) != shape) {
                    waiting[shape(text, tokens.get(partner))]--;
                    partner = open.pop();
                }
                waiting[shape]--;
                Token opening = tokens.get(partner);
                tokens.set(partner, new Token(opening.kind(), opening.start(), opening.end(), true, token.start()));
                tokens.set(i, new Token(token.kind(), token.start(), token.end(), true, opening.start()));
            }
        }
    }

    private static int shape(String text, Token bracket) {
        return switch (text.charAt(bracket.start())) {
            case '(', ')' -> 0;
            case '[', ']' -> 1;
            default -> 2;
        };
    }
}
