package dev.tutti.shell.line;

import dev.tutti.kernel.cell.Brackets;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.List;

/** Whether the cursor stands where an argument of a call begins. Pure. */
final class CallSite {

    private CallSite() {}

    /** True behind {@code name(} and behind a comma inside such parentheses, blanks not counted. */
    static boolean isArgument(String text, int cursor) {
        int before = beforeBlanks(text, cursor);
        if (before < 0 || text.charAt(before) != '(' && text.charAt(before) != ',') {
            return false;
        }
        List<Token> tokens = JavaLexer.tokens(text);
        boolean isCode = Brackets.at(tokens, before)
                .filter(token -> token.kind() == TokenKind.OPEN_BRACKET || token.kind() == TokenKind.PUNCTUATION)
                .isPresent();
        return isCode
                && Indentation.innermost(tokens, cursor)
                        .filter(open -> isCall(text, open.start()))
                        .isPresent();
    }

    private static boolean isCall(String text, int open) {
        int before = beforeBlanks(text, open);
        return text.charAt(open) == '('
                && before >= 0
                && (Character.isJavaIdentifierPart(text.charAt(before)) || text.charAt(before) == '>');
    }

    private static int beforeBlanks(String text, int offset) {
        int i = offset - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\n' || text.charAt(i) == '\t')) {
            i--;
        }
        return i;
    }
}
