package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a text declares, by its tokens alone: variables, parameters of methods and lambdas, methods, types.
 * For when the compiler cannot be asked, and for places where its parser gives up.
 */
final class DeclaredNames {

    private static final Set<String> TYPE_WORDS = Set.of("class", "record", "enum", "interface", "@interface");

    private DeclaredNames() {}

    /** The declared names with what they are; a name that begins at the cursor's prefix is none yet. */
    static Map<String, Member> in(String text, int prefixStart) {
        Map<String, Member> names = new LinkedHashMap<>();
        List<Token> tokens = JavaLexer.tokens(text).stream()
                .filter(token -> token.kind().isSignificant())
                .toList();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.start() == prefixStart) {
                continue;
            }
            String before = i == 0 ? "" : tokens.get(i - 1).in(text);
            TokenKind kindBefore =
                    i == 0 ? TokenKind.WHITESPACE : tokens.get(i - 1).kind();
            String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1).in(text);
            boolean afterType = kindBefore == TokenKind.TYPE || before.equals("]") || before.equals(">");
            switch (token.kind()) {
                case IDENTIFIER -> {
                    boolean declared = afterType
                            || before.equals("var")
                            || after.equals("->")
                            || isLambdaParameter(tokens, i, text);
                    if (declared) {
                        boolean typed = kindBefore == TokenKind.TYPE;
                        names.putIfAbsent(token.in(text), new Member(Candidate.Kind.VARIABLE, typed ? before : ""));
                    }
                }
                case METHOD -> {
                    if (afterType || before.equals("void")) {
                        names.putIfAbsent(token.in(text) + "(", new Member(Candidate.Kind.METHOD, ""));
                    }
                }
                case TYPE -> {
                    if (TYPE_WORDS.contains(before)) {
                        names.putIfAbsent(token.in(text), new Member(Candidate.Kind.TYPE, before));
                    }
                }
                default -> {}
            }
        }
        return names;
    }

    /** {@code (a, b) ->}: in a parenthesis of names that an arrow follows. */
    private static boolean isLambdaParameter(List<Token> tokens, int index, String text) {
        int i = index;
        while (i < tokens.size()
                && (tokens.get(i).kind() == TokenKind.IDENTIFIER
                        || tokens.get(i).in(text).equals(","))) {
            i++;
        }
        return i + 1 < tokens.size()
                && tokens.get(i).in(text).equals(")")
                && tokens.get(i + 1).in(text).equals("->");
    }
}
