package dev.tutti.kernel.cell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cursor behind a backslash that Java cannot mean: {@code \al}. Outside of texts and comments no Java begins so, but
 * for the escapes of Unicode, which no name looks like. In a literal {@code \b} may mean what it says, so there a name that
 * begins as an escape must stand in full.
 *
 * @param start where the backslash stands
 * @param typed what of the name is typed
 * @param inText whether any character may stand here, as opposed to those of Java's names
 * @param inFull whether the beginning of a name does not suffice
 */
public record SymbolPlace(int start, String typed, boolean inText, boolean inFull) {

    private static final Pattern NAME = Pattern.compile("(\\\\+)([_^]?[\\w+-]*)$");
    private static final String ESCAPES = "btnfrs01234567u";

    /** The place at the cursor, if it is one. */
    public static Optional<SymbolPlace> at(String java, int cursor) {
        Matcher name = NAME.matcher(java).region(0, cursor);
        if (!name.find() || name.group(1).length() % 2 == 0) {
            return Optional.empty();
        }
        String typed = name.group(2);
        List<Token> before = JavaLexer.tokens(java.substring(0, cursor));
        Token last = before.getLast();
        boolean literal = last.kind().isLiteral() && last.kind() != TokenKind.NUMBER && !last.closed();
        boolean comment = last.kind().isComment() && (last.kind() == TokenKind.LINE_COMMENT || !last.closed());
        boolean escape = literal && (typed.isEmpty() || ESCAPES.indexOf(typed.charAt(0)) >= 0);
        return Optional.of(new SymbolPlace(name.end(1) - 1, typed, literal || comment, escape));
    }

    /** Whether a name is meant by what is typed. */
    public boolean answers(String name) {
        return inFull ? name.equals(typed) : name.startsWith(typed);
    }

    /** Whether a symbol may stand here. */
    public boolean takes(String symbol) {
        return inText || symbol.codePoints().allMatch(Character::isJavaIdentifierPart);
    }
}
