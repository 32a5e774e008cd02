package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The call in whose parentheses the cursor stands, as far as the text tells it. Pure, any thread.
 *
 * @param name what is called
 * @param parameter which argument the cursor is in, from 0
 * @param open the offset of its opening parenthesis
 */
public record CallAtCursor(String name, int parameter, int open) {

    private static final int INNERMOST = -1;

    public CallAtCursor {
        Objects.requireNonNull(name, "name");
    }

    /** The innermost open call at the end of a text, unless the cursor stands in a block inside of it. */
    public static Optional<CallAtCursor> atEndOf(String text) {
        return find(text, INNERMOST);
    }

    /** The call that opens at an offset, if the end of a text is still inside it; calls and blocks in it do not count. */
    public static Optional<CallAtCursor> openedAt(int open, String text) {
        return find(text, open);
    }

    private static Optional<CallAtCursor> find(String text, int open) {
        List<Token> tokens = JavaLexer.tokens(text).stream()
                .filter(token -> token.kind().isSignificant())
                .toList();
        int commas = 0;
        int generics = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.kind() == TokenKind.CLOSE_BRACKET && token.partner() != Token.NONE) {
                while (tokens.get(i).start() != token.partner()) {
                    i--;
                }
                continue;
            }
            String word = token.in(text);
            if (token.kind() == TokenKind.OPEN_BRACKET) {
                boolean passed = open == INNERMOST ? word.equals("[") : token.start() != open;
                if (!passed) {
                    int parameter = commas;
                    Optional<String> called = word.equals("(") ? called(tokens, i - 1, text) : Optional.empty();
                    return called.map(name -> new CallAtCursor(name, parameter, token.start()));
                }
                commas = 0;
            }
            generics += closesTypeArguments(tokens, i, text) ? word.length() : 0;
            if (generics > 0 && word.equals("<")) {
                generics--;
            } else if (word.equals(",") && generics == 0) {
                commas++;
            }
        }
        return Optional.empty();
    }

    /** {@code >} behind a type and before something that a comparison cannot be followed by. */
    private static boolean closesTypeArguments(List<Token> tokens, int index, String text) {
        String word = tokens.get(index).in(text);
        if (!word.equals(">") && !word.equals(">>") || index + 1 >= tokens.size()) {
            return false;
        }
        Token before = tokens.get(index - 1);
        boolean type = before.kind() == TokenKind.TYPE
                || before.in(text).equals("]")
                || before.in(text).equals("?")
                || word.length() == 1 && before.in(text).equals("<");
        String after = tokens.get(index + 1).in(text);
        boolean follows = after.equals("(") || after.equals("{") || after.equals("::") || after.equals("[");
        return type && (follows || beginsBehindDot(tokens, index, text));
    }

    /** {@code Map.<Long, String>of(}. */
    private static boolean beginsBehindDot(List<Token> tokens, int close, String text) {
        int open = openOfTypeArguments(tokens, close, text);
        return open > 0 && tokens.get(open - 1).in(text).equals(".");
    }

    /** The index of the {@code <} that belongs to a {@code >}; 0 if there is none. */
    private static int openOfTypeArguments(List<Token> tokens, int close, String text) {
        int depth = 0;
        for (int i = close; i > 0; i--) {
            String word = tokens.get(i).in(text);
            depth += word.equals(">") ? 1 : word.equals(">>") ? 2 : word.equals("<") ? -1 : 0;
            if (depth <= 0) {
                return depth == 0 ? i : 0;
            }
        }
        return 0;
    }

    private static Optional<String> called(List<Token> tokens, int before, String text) {
        Token name = tokens.get(before);
        boolean word = name.kind() == TokenKind.METHOD
                || name.kind() == TokenKind.TYPE
                || name.kind() == TokenKind.IDENTIFIER
                || name.in(text).equals("this")
                || name.in(text).equals("super");
        if (word) {
            return Optional.of(name.in(text));
        }
        return closesDiamond(tokens, before, text);
    }

    /** {@code new HashMap<String, Integer>(}. */
    private static Optional<String> closesDiamond(List<Token> tokens, int close, String text) {
        int open = openOfTypeArguments(tokens, close, text);
        boolean type = open > 0 && open < close && tokens.get(open - 1).kind() == TokenKind.TYPE;
        return type ? Optional.of(tokens.get(open - 1).in(text)) : Optional.empty();
    }
}
