package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Completeness;
import java.util.function.Function;

/**
 * What Enter does: run the cell or begin a new line. As in IPython: with one line the cursor does not matter; with
 * several it must stand on the last one, blank lines at the end not counted. A cell that can never be completed runs,
 * so that its error is shown. A cell magic takes lines until a blank one.
 */
final class EnterRule {

    private final Function<String, Completeness> completeness;

    EnterRule(Function<String, Completeness> completeness) {
        this.completeness = completeness;
    }

    /** Whether Enter with the cursor at this place runs the text. */
    boolean runs(String text, int cursor) {
        if (text.isBlank()) {
            return true;
        }
        if (!isOnLastLine(text, cursor)) {
            return false;
        }
        if (text.stripLeading().startsWith("%%")) {
            return endsBody(text);
        }
        return completeness.apply(text) != Completeness.INCOMPLETE;
    }

    /** Whether nothing but blanks stands below the line of the cursor. */
    private static boolean isOnLastLine(String text, int cursor) {
        int end = text.indexOf('\n', cursor);
        return end < 0 || text.substring(end).isBlank();
    }

    /** One blank line ends a body, unless brackets are open; two end it in any case. */
    private boolean endsBody(String text) {
        int last = text.lastIndexOf('\n');
        if (last < 0 || !text.substring(last).isBlank()) {
            return false;
        }
        int previous = text.lastIndexOf('\n', last - 1);
        boolean twoBlankLines = previous >= 0 && text.substring(previous, last).isBlank();
        return twoBlankLines || completeness.apply(text) != Completeness.INCOMPLETE;
    }
}
