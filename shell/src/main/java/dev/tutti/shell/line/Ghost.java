package dev.tutti.shell.line;

import java.util.Optional;
import java.util.function.Function;

/**
 * The rest of an earlier cell, offered in grey behind the cursor while the typed text is its beginning. Used by the
 * typing thread.
 */
final class Ghost {

    private static final int LONGEST = 2_000;

    private final CellBuffer buffer;
    private final Function<String, Optional<String>> continuation;
    private String shown = "";

    Ghost(CellBuffer buffer, Function<String, Optional<String>> continuation) {
        this.buffer = buffer;
        this.continuation = continuation;
    }

    /** What to show behind a text now; empty if there is nothing to offer, or no room for it. */
    String over(String text, int rows) {
        shown = buffer.isAtEnd()
                ? continuation
                        .apply(text)
                        .filter(rest -> rest.length() <= LONGEST && rest.lines().count() <= rows / 2)
                        .orElse("")
                : "";
        return shown;
    }

    /** Nothing is shown any more. */
    void clear() {
        shown = "";
    }

    /** Makes the shown text typed text; false if none is shown. */
    boolean takeAll() {
        return take(shown);
    }

    /** Makes its first word, with what stands before the word, typed text; false if none is shown. */
    boolean takeWord() {
        return take(firstWord(shown));
    }

    private boolean take(String part) {
        if (part.isEmpty() || !buffer.isAtEnd()) {
            return false;
        }
        buffer.insert(part);
        shown = "";
        return true;
    }

    static String firstWord(String rest) {
        int i = 0;
        while (i < rest.length() && !Character.isJavaIdentifierPart(rest.charAt(i))) {
            i++;
        }
        while (i < rest.length() && Character.isJavaIdentifierPart(rest.charAt(i))) {
            i++;
        }
        return rest.substring(0, i);
    }
}
