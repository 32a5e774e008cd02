package dev.tutti.kernel.cell;

import java.util.List;
import java.util.Set;

/**
 * Whether Java looks finished, judged by its tokens alone: for when the compiler is busy or not there yet. Where the
 * compiler can be asked, its answer is the better one.
 */
public enum JavaShape {
    /** Blanks and comments. */
    EMPTY,
    /** Something is missing at the end: a bracket, an operand, a body. */
    OPEN,
    /** It may end here. */
    CLOSED,
    /** No continuation can mend it: a string without end, a bracket too many. */
    BROKEN;

    private static final Set<String> ENDING_WORDS =
            Set.of("this", "super", "class", "return", "break", "continue", "default");
    private static final Set<String> HEADS = Set.of("if", "for", "while", "switch", "synchronized", "try", "catch");
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record", "@interface");

    /** The shape of a text without magics. */
    public static JavaShape of(String java) {
        List<Token> all = JavaLexer.tokens(java);
        List<Token> tokens = JavaLexer.significant(all);
        if (!all.isEmpty() && !all.getLast().closed() && all.getLast().kind().isComment()) {
            return OPEN;
        }
        if (tokens.isEmpty()) {
            return EMPTY;
        }
        boolean open = false;
        for (Token token : tokens) {
            if (token.kind() == TokenKind.ERROR || !token.closed() && isFatal(token.kind())) {
                return BROKEN;
            }
            open |= !token.closed();
        }
        return open || endsOpen(java, tokens) ? OPEN : CLOSED;
    }

    private static boolean isFatal(TokenKind kind) {
        return kind == TokenKind.STRING || kind == TokenKind.CHARACTER || kind == TokenKind.CLOSE_BRACKET;
    }

    private static boolean endsOpen(String java, List<Token> tokens) {
        Token last = tokens.getLast();
        return switch (last.kind()) {
            case OPERATOR ->
                !(last.is(java, "++") || last.is(java, "--") || last.is(java, '>') || isStarImport(java, tokens));
            case PUNCTUATION -> !last.is(java, ';');
            case ANNOTATION -> true;
            case KEYWORD -> !ENDING_WORDS.contains(last.in(java));
            case TYPE -> WordKinds.PRIMITIVES.contains(last.in(java)) || lacksBody(java, tokens);
            case CLOSE_BRACKET -> last.is(java, ')') && (isHead(java, tokens) || lacksBody(java, tokens));
            case IDENTIFIER -> lacksBody(java, tokens);
            default -> false;
        };
    }

    private static boolean isStarImport(String java, List<Token> tokens) {
        return tokens.getFirst().is(java, "import") && tokens.getLast().is(java, '*');
    }

    /** {@code if (x)}, {@code int f()}, {@code @Named("x")}. */
    private static boolean isHead(String java, List<Token> tokens) {
        int open = indexOfPartner(tokens, tokens.getLast());
        if (open < 1) {
            return false;
        }
        Token name = tokens.get(open - 1);
        if (name.kind() == TokenKind.ANNOTATION || HEADS.contains(name.in(java))) {
            return true;
        }
        if (name.kind() != TokenKind.METHOD || open < 2) {
            return false;
        }
        Token before = tokens.get(open - 2);
        return before.kind() == TokenKind.TYPE || before.is(java, "void") || before.is(java, ']');
    }

    /** {@code class A}, {@code record P(int x)}, {@code enum E implements I}. */
    private static boolean lacksBody(String java, List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(java, ';') || token.is(java, '}')) {
                return false;
            }
            if (token.kind() == TokenKind.KEYWORD && TYPE_WORDS.contains(token.in(java))) {
                return i == 0 || !tokens.get(i - 1).is(java, '.');
            }
        }
        return false;
    }

    private static int indexOfPartner(List<Token> tokens, Token bracket) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).start() == bracket.partner()) {
                return i;
            }
        }
        return Token.NONE;
    }
}
