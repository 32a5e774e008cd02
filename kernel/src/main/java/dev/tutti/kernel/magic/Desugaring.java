package dev.tutti.kernel.magic;

import java.util.List;

/** The compiler without an engine. Used on the thread that runs the cell. */
public interface Desugaring {

    /**
     * The class files that steps of this cell would become, as the compiler makes them. Nothing runs, and nothing of it is
     * left in the session; what does not compile is told as of any cell.
     *
     * @return none if it does not compile
     * @throws MagicException if there is no Java in them
     */
    List<byte[]> classFiles(List<PlannedStep> steps) throws MagicException;
}
