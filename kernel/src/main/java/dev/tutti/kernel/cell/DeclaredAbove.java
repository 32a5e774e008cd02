package dev.tutti.kernel.cell;

import java.util.List;
import java.util.Set;

/**
 * Whether Java declares a name at its outermost level, by spelling: {@code Type name =}, {@code Type name;},
 * {@code Type name(}. What a cell declares further up is not in the session yet when a command below is read.
 */
public final class DeclaredAbove {

    private static final Set<String> AFTER_NAME = Set.of("=", ";", ",", "(");

    private DeclaredAbove() {}

    public static boolean declares(String java, String word) {
        List<Token> tokens = JavaLexer.tokens(java).stream()
                .filter(token -> token.kind() != TokenKind.WHITESPACE)
                .toList();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (depth == 0 && i > 0 && token.is(java, word) && followsType(java, tokens.get(i - 1))) {
                boolean last = i + 1 == tokens.size();
                if (last || AFTER_NAME.contains(tokens.get(i + 1).in(java))) {
                    return true;
                }
            }
            depth = token.depthAfter(depth);
        }
        return false;
    }

    private static boolean followsType(String java, Token before) {
        return Character.isJavaIdentifierPart(java.charAt(before.end() - 1))
                || before.is(java, '>')
                || before.is(java, ']')
                || before.is(java, ',');
    }
}
