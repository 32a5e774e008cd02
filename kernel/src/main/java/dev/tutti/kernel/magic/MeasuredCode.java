package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Rewrite;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import dev.tutti.kernel.compile.Surrounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Code as the body of a lambda: an expression as it is, statements in braces. If the last of these is an expression
 * without semicolon, it is what the lambda returns, so that the JVM cannot leave out what leads to it.
 */
final class MeasuredCode {

    private static final Set<String> STATEMENTS = Set.of(
            "for",
            "while",
            "do",
            "if",
            "try",
            "throw",
            "return",
            "synchronized",
            "var",
            "final",
            "assert",
            "class",
            "record",
            "enum",
            "interface");
    private static final Set<String> CONTINUATIONS = Set.of("else", "catch", "finally", "while");

    private final String text;

    /** Without blanks, comments and the semicolons at the end. */
    private final List<Token> tokens = new ArrayList<>();

    private final boolean endsWithSemicolon;

    private MeasuredCode(String text) {
        this.text = text;
        JavaLexer.tokens(text).stream()
                .filter(token -> token.kind().isSignificant())
                .forEach(tokens::add);
        this.endsWithSemicolon = !tokens.isEmpty() && is(tokens.getLast(), ";");
        while (!tokens.isEmpty() && is(tokens.getLast(), ";")) {
            tokens.removeLast();
        }
    }

    /**
     * What makes code the last argument of a call.
     *
     * @param call the call up to there: {@code f(1, }
     * @throws MagicException if there is no code
     */
    static Surrounding argument(CodeArgument code, String call) throws MagicException {
        MeasuredCode measured = new MeasuredCode(code.text());
        return new Surrounding(call + measured.opening(), measured.closing() + ")", measured.inside(0));
    }

    /**
     * What makes a preparation and code one argument: a lambda that prepares and gives what is measured.
     *
     * @param call the call up to there
     * @param code what makes an object of the measured lambda: {@code g(}
     */
    static Surrounding prepared(CodeArgument code, String call, String maker) {
        MeasuredCode measured = new MeasuredCode(code.text());
        int offset = code.start() - code.preparationStart();
        List<Rewrite> inside = new ArrayList<>();
        inside.add(insertion(offset, "; return " + maker + measured.opening()));
        inside.addAll(measured.inside(offset));
        return new Surrounding(call + "() -> { ", measured.closing() + "); })", inside);
    }

    private String opening() {
        if (!isBlock()) {
            return "() -> ";
        }
        boolean returns = !inside(0).isEmpty()
                || tokens.stream().anyMatch(token -> token.in(text).equals("return"));
        return returns ? "() -> { " : "(dev.tutti.client.TimeIt.Code) () -> { ";
    }

    private String closing() {
        if (!isBlock()) {
            return "";
        }
        return is(tokens.getLast(), "}") ? " }" : "; }";
    }

    private List<Rewrite> inside(int offset) {
        int last = lastStatement();
        boolean returns = isBlock() && !endsWithSemicolon && !isStatement(last) && !is(tokens.getLast(), "}");
        return returns ? List.of(insertion(offset + tokens.get(last).start(), "return ")) : List.of();
    }

    private static Rewrite insertion(int offset, String java) {
        return new Rewrite(offset, offset, java);
    }

    private boolean isBlock() {
        return !tokens.isEmpty() && (lastStatement() > 0 || isStatement(0));
    }

    /** Whether what begins with a token is no expression. */
    private boolean isStatement(int first) {
        Token token = tokens.get(first);
        if (STATEMENTS.contains(token.in(text)) || is(token, "{")) {
            return true;
        }
        if (token.kind() != TokenKind.TYPE || first + 1 == tokens.size()) {
            return false;
        }
        Token next = tokens.get(first + 1);
        return next.kind() == TokenKind.IDENTIFIER || next.in(text).startsWith("<") && assigns(first);
    }

    private boolean assigns(int first) {
        return tokens.subList(first, tokens.size()).stream().anyMatch(token -> is(token, "="));
    }

    /** Index of the token that the last statement begins with. */
    private int lastStatement() {
        int depth = 0;
        int last = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.kind() == TokenKind.OPEN_BRACKET ? 1 : token.kind() == TokenKind.CLOSE_BRACKET ? -1 : 0;
            Token next = tokens.get(i + 1);
            boolean ends = is(token, ";")
                    || is(token, "}") && isStatement(last) && !CONTINUATIONS.contains(next.in(text)) && isWord(next);
            if (depth == 0 && ends) {
                last = i + 1;
            }
        }
        return last;
    }

    private static boolean isWord(Token token) {
        return token.kind() != TokenKind.OPERATOR
                && token.kind() != TokenKind.PUNCTUATION
                && token.kind() != TokenKind.CLOSE_BRACKET;
    }

    private boolean is(Token token, String sign) {
        return !token.kind().isLiteral() && token.in(text).equals(sign);
    }
}
