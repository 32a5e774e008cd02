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
 * @param call where the call itself stands
 * @param planner makes the steps of a stretch of the cell, magics in it included
 */
public record CodeArgument(String text, int start, int end, Call call, Planner planner) {

    /**
     * Where a call stands in the cell's text; of a cell magic, its first line.
     *
     * @param preparation what stands on that line before the code, in a cell magic that takes that; else empty
     * @param preparationStart where that begins
     */
    public record Call(int start, int end, String preparation, int preparationStart) {
        public Call {
            Objects.requireNonNull(preparation, "preparation");
        }

        /** A call without a preparation. */
        public Call(int start, int end) {
            this(start, end, "", end);
        }
    }

    /** What knows the cell. */
    @FunctionalInterface
    public interface Planner {

        /** Turns a stretch of the cell into steps. */
        List<PlannedStep> plan(int start, int end) throws MagicException, CellSyntaxException;

        /** Whether a word names something of the session, or of the cell above the call. */
        default boolean isName(String word) {
            return false;
        }
    }

    public CodeArgument {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(planner, "planner");
    }

    /** Whether there is any code. */
    public boolean isEmpty() {
        return text.isBlank();
    }

    /** The steps of the code as if it stood in a cell of its own: Java at the default targets, magics as they say. */
    public List<PlannedStep> steps() throws MagicException, CellSyntaxException {
        return planner.plan(start, end);
    }

    /** What stands on the magic's own line before the code; mostly nothing. */
    public String preparation() {
        return call.preparation();
    }

    /** Where that begins. */
    public int preparationStart() {
        return call.preparationStart();
    }
}
