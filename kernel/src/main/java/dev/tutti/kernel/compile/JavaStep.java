package dev.tutti.kernel.compile;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A stretch of Java in a cell.
 *
 * @param cellText the whole cell as typed; diagnostics and line numbers refer to it
 * @param start where the Java begins in it
 * @param end where it ends, exclusive
 * @param underscore the cell whose result {@code _} means here, if there is one at all targets and it is named
 * @param around what is put around it, if it is one expression
 */
public record JavaStep(String cellText, int start, int end, OptionalInt underscore, Surrounding around) {

    private static final Pattern UNDERSCORE = Pattern.compile("\\b_\\b");

    public JavaStep {
        Objects.requireNonNull(cellText, "cellText");
        Objects.checkFromToIndex(start, end, cellText.length());
        Objects.requireNonNull(underscore, "underscore");
        Objects.requireNonNull(around, "around");
        underscore = UNDERSCORE.matcher(cellText).region(start, end).find() ? underscore : OptionalInt.empty();
    }

    /** Java as typed. */
    public JavaStep(String cellText, int start, int end, OptionalInt underscore) {
        this(cellText, start, end, underscore, Surrounding.NONE);
    }

    /** The Java itself. */
    public String source() {
        return cellText.substring(start, end);
    }
}
