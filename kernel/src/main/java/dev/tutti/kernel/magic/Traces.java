package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.TraceMode;
import java.util.Optional;

/** How errors are shown, and the last one. Used on the thread that runs the cell. */
public interface Traces {

    /** How much of them is shown. */
    TraceMode mode();

    /** From now on so much. */
    void mode(TraceMode mode);

    /**
     * Shows the last errors of a step again.
     *
     * @param mode how much of them; none: as usual
     * @throws MagicException if there has been none
     */
    void showLast(Optional<TraceMode> mode) throws MagicException;
}
