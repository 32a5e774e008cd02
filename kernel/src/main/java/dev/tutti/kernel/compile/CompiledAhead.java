package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import java.util.List;
import java.util.Optional;

/**
 * A cell that was compiled while it was typed, and is kept in case that it is submitted as it stands: then Enter has nothing
 * to compile. JShell is in the state behind that cell meanwhile, so whoever wants to use it for anything else must have
 * this {@link #dropped} first. Under the compiler's lock.
 */
final class CompiledAhead {

    private record Kept(CellNumber number, List<JavaStep> steps, CellCompilation.Finished finished) {

        boolean is(CellNumber other, List<JavaStep> otherSteps) {
            return number.equals(other) && steps.equals(otherSteps);
        }
    }

    private final CellCompilation compilation;
    private Optional<Kept> kept = Optional.empty();

    CompiledAhead(CellCompilation compilation) {
        this.compilation = compilation;
    }

    void keep(CellNumber number, List<JavaStep> steps, CellCompilation.Finished finished) {
        kept = Optional.of(new Kept(number, List.copyOf(steps), finished));
    }

    /** What is kept, if it is this cell, for whoever settles it now; of any other nothing is left. */
    Optional<CellCompilation.Finished> take(CellNumber number, List<JavaStep> steps) {
        Optional<CellCompilation.Finished> found =
                kept.filter(one -> one.is(number, steps)).map(Kept::finished);
        if (found.isEmpty()) {
            dropped();
        }
        kept = Optional.empty();
        return found;
    }

    /** Nothing is left of what is kept. */
    void dropped() {
        kept.map(Kept::finished).ifPresent(compilation::rollback);
        kept = Optional.empty();
    }
}
