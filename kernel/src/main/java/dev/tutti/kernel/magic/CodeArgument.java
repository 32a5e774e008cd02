package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import java.util.Objects;

/**
 * The code given to a magic: a stretch of the cell's text.
 *
 * @param text the code
 * @param start where it begins in the cell's text
 * @param end where it ends, exclusive
 * @param preparation what stands on the magic's own line before it, in a cell magic that takes that; else empty
 * @param preparationStart where that begins
 * @param planner makes the steps of a stretch of the cell, magics in it included
 */
public record CodeArgument(String text, int start, int end, String preparation, int preparationStart, Planner planner) {

    /** Turns a stretch of the cell into steps. */
    @FunctionalInterface
    public interface Planner {
        List<PlannedStep> plan(int start, int end) throws MagicException, CellSyntaxException;
    }

    public CodeArgument {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(preparation, "preparation");
        Objects.requireNonNull(planner, "planner");
    }

    /** Code without preparation. */
    public CodeArgument(String text, int start, int end, Planner planner) {
        this(text, start, end, "", start, planner);
    }

    /** Whether there is any code. */
    public boolean isEmpty() {
        return text.isBlank();
    }

    /** The steps of the code as if it stood in a cell of its own: Java at the default targets, magics as they say. */
    public List<PlannedStep> steps() throws MagicException, CellSyntaxException {
        return planner.plan(start, end);
    }
}
