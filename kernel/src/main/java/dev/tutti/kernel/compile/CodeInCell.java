package dev.tutti.kernel.compile;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The Java of one step of a cell, in its place.
 *
 * @param cell the whole cell as typed
 * @param java the same with everything blanked out that is no Java or runs elsewhere, so that offsets are the cell's
 * @param start where the step's Java begins
 * @param end where it ends, exclusive
 */
public record CodeInCell(String cell, String java, int start, int end) {

    public CodeInCell {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(java, "java");
        Objects.checkFromToIndex(start, end, Math.min(cell.length(), java.length()));
    }

    /** For whoever cuts it into snippets. */
    JavaStep step() {
        return new JavaStep(java, start, end, OptionalInt.empty());
    }
}
