package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.List;
import java.util.Set;

/**
 * Where the cursor stands, by the tokens in front of it.
 *
 * @param kind what may follow
 * @param prefix the part of a name that is typed already
 * @param prefixStart where it begins
 * @param receiver the expression before the dot or the double colon, empty for others
 * @param receiverStart where that begins, or {@link Token#NONE}
 */
record CursorPlace(Kind kind, String prefix, int prefixStart, String receiver, int receiverStart) {

    /** What may follow. */
    enum Kind {
        /** Inside of a literal or comment: nothing. */
        LITERAL,
        /** A name of its own. */
        NAME,
        /** Behind a dot. */
        MEMBER,
        /** Behind a double colon. */
        METHOD_REFERENCE,
        /** Behind {@code new}. */
        CONSTRUCTOR,
        /** In an import. */
        IMPORT
    }

    private static final Set<TokenKind> WORDS =
            Set.of(TokenKind.IDENTIFIER, TokenKind.TYPE, TokenKind.METHOD, TokenKind.KEYWORD, TokenKind.CONSTANT);
    private static final Set<String> RECEIVER_WORDS = Set.of("this", "super", "class");

    /** The place at the end of a text. */
    static CursorPlace atEndOf(String text) {
        List<Token> all = JavaLexer.tokens(text);
        if (!all.isEmpty() && isInside(all.getLast())) {
            return new CursorPlace(Kind.LITERAL, "", text.length(), "", Token.NONE);
        }
        boolean inWord = !all.isEmpty() && WORDS.contains(all.getLast().kind());
        int prefixStart = inWord ? all.getLast().start() : text.length();
        String prefix = text.substring(prefixStart);
        List<Token> before = all.stream()
                .filter(token -> token.kind().isSignificant() && token.end() <= prefixStart)
                .toList();
        int last = before.size() - 1;
        if (last >= 0 && beginsStatement(before, text, "import")) {
            return new CursorPlace(Kind.IMPORT, prefix, prefixStart, "", Token.NONE);
        }
        boolean reference = last >= 0 && before.get(last).in(text).equals("::");
        if (last >= 1 && (reference || before.get(last).in(text).equals("."))) {
            int start = receiverStart(before, last - 1, text);
            if (start != Token.NONE) {
                String receiver = text.substring(start, before.get(last - 1).end());
                return new CursorPlace(
                        reference ? Kind.METHOD_REFERENCE : Kind.MEMBER, prefix, prefixStart, receiver, start);
            }
        }
        boolean constructor = last >= 0 && before.get(last).in(text).equals("new");
        return new CursorPlace(constructor ? Kind.CONSTRUCTOR : Kind.NAME, prefix, prefixStart, "", Token.NONE);
    }

    /** Whether the receiver is names and dots only: a variable, a field, a type, a package. */
    boolean receiverIsName() {
        return receiver.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c))
                && !receiver.equals("this")
                && !receiver.equals("super")
                && !Character.isDigit(receiver.charAt(0));
    }

    private static boolean isInside(Token last) {
        return switch (last.kind()) {
            case LINE_COMMENT -> true;
            case BLOCK_COMMENT, JAVADOC, STRING, CHARACTER, TEXT_BLOCK -> !last.closed();
            case NUMBER -> true;
            default -> false;
        };
    }

    private static boolean beginsStatement(List<Token> tokens, String text, String word) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            String token = tokens.get(i).in(text);
            if (token.equals(word)) {
                return true;
            }
            boolean path = WORDS.contains(tokens.get(i).kind()) || token.equals(".");
            if (!path) {
                return false;
            }
        }
        return false;
    }

    /** Walks back over {@code a.b(c)[d].e} from its last token. */
    private static int receiverStart(List<Token> tokens, int last, String text) {
        int start = Token.NONE;
        int i = last;
        while (i >= 0) {
            Token token = tokens.get(i);
            int operand = operandStart(tokens, i, text);
            if (operand < 0) {
                return start;
            }
            start = tokens.get(operand).start();
            boolean chained = operand >= 2 && tokens.get(operand - 1).in(text).equals(".");
            if (!chained) {
                boolean created = operand >= 1
                        && tokens.get(operand - 1).in(text).equals("new")
                        && (token.kind() == TokenKind.CLOSE_BRACKET || last > operand);
                return created ? tokens.get(operand - 1).start() : start;
            }
            i = operand - 2;
        }
        return start;
    }

    /** Where the operand begins that ends at this token: a word, a literal, a call, an array element. */
    private static int operandStart(List<Token> tokens, int end, String text) {
        int i = end;
        while (i >= 0 && tokens.get(i).kind() == TokenKind.CLOSE_BRACKET) {
            int open = CellContext.indexOf(tokens, tokens.get(i).partner());
            if (open < 0) {
                return Token.NONE;
            }
            boolean wordBefore =
                    open > 0 && WORDS.contains(tokens.get(open - 1).kind()) && !isControl(tokens.get(open - 1), text);
            boolean bracketBefore = open > 0
                    && tokens.get(open - 1).kind() == TokenKind.CLOSE_BRACKET
                    && (!tokens.get(i).in(text).equals("}")
                            || tokens.get(open - 1).in(text).equals("]"));
            boolean generic = open > 0 && tokens.get(open - 1).in(text).equals(">");
            if (generic) {
                return genericStart(tokens, open - 1, text);
            }
            if (!wordBefore && !bracketBefore) {
                return tokens.get(open).in(text).equals("(") ? open : Token.NONE;
            }
            i = open - 1;
        }
        if (i < 0) {
            return Token.NONE;
        }
        Token token = tokens.get(i);
        boolean operand = token.kind().isLiteral() || WORDS.contains(token.kind()) && !isControl(token, text);
        return operand ? i : Token.NONE;
    }

    /** {@code ArrayList<String>(…)}: back to the name before the type arguments. */
    private static int genericStart(List<Token> tokens, int close, String text) {
        int depth = 0;
        for (int i = close; i > 0; i--) {
            String token = tokens.get(i).in(text);
            depth += token.equals(">") ? 1 : token.equals(">>") ? 2 : token.equals("<") ? -1 : 0;
            if (depth == 0) {
                return WORDS.contains(tokens.get(i - 1).kind()) ? i - 1 : Token.NONE;
            }
        }
        return Token.NONE;
    }

    private static boolean isControl(Token token, String text) {
        return token.kind() == TokenKind.KEYWORD && !RECEIVER_WORDS.contains(token.in(text));
    }
}
