package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads any text as Java tokens, also while it is being typed: nothing is refused, and what is unfinished says so. It
 * works in linear time (a keystroke must not wait for it) and knows nothing but the text. Any thread.
 *
 * <p>Left out on purpose: Unicode escapes outside of literals, which nobody types at a prompt.
 */
public final class JavaLexer {

    private JavaLexer() {}

    /** The tokens of a text, in order; they cover it from the first to the last character. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 4 + 8);
        RawScanner scanner = new RawScanner(text, 0);
        while (scanner.hasNext()) {
            tokens.add(scanner.next());
        }
        new WordKinds(text, tokens).decide();
        Brackets.link(text, tokens);
        return Collections.unmodifiableList(tokens);
    }

    /** The tokens without blanks and comments. */
    static List<Token> significant(List<Token> tokens) {
        return tokens.stream().filter(token -> token.kind().isSignificant()).toList();
    }
}
