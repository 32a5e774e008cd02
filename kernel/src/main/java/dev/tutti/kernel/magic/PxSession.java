package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.fold.Grouping;
import java.util.List;
import java.util.Optional;

/**
 * What lasts from one {@code %px} to the next, by family: the options that were set for all calls, and the steps behind
 * the prompt. The family of {@code %px} itself is the empty suffix. Used on the thread that runs the cell.
 */
public interface PxSession {

    /** The suffixes of all families, that of {@code %px} first. */
    List<String> families();

    /** What {@code %pxconfig} said. */
    PxSettings defaults(String family);

    /** From now on these are the defaults. */
    void defaults(String family, PxSettings settings);

    /** Targets of a magic: what its call says, else what {@code %pxconfig} said, else all. @param said may be null */
    default TargetSpec targets(TargetSpec said) {
        return said == null ? defaults("").targets().orElse(TargetSpec.ALL) : said;
    }

    /** Where plain cells run, and how: as {@code %autopx} said. */
    Placement plain();

    /** Whose options plain cells obey that run on engines. */
    String plainFamily();

    /** From now on plain cells that run on engines obey the options of this family. */
    void plainFamily(String family);

    /**
     * Makes the magics of a family known.
     *
     * @throws MagicException if one of their names is taken
     */
    void activate(String family, PxSettings settings) throws MagicException;

    /** Forgets a family and its magics. */
    void deactivate(String family);

    /**
     * Waits for a step behind the prompt and shows what came of it.
     *
     * @param cell the cell that began it; none: the newest of the family
     * @param grouping what is to stand together, if not as it was asked for when it began
     * @param name a variable at local that gets the results
     * @throws MagicException if there is no such step
     */
    void showResult(String family, Optional<CellNumber> cell, Optional<Grouping> grouping, Optional<String> name)
            throws MagicException;
}
