package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;

/**
 * Engines that live for a part of one cell, one after the other, each with the session's declarations and values. They end
 * with the cell at the latest, however that ends. Used on the thread that runs the cell.
 */
public interface FreshEngines {

    /**
     * Takes the values that a piece of Java may reach, from local, for all engines to come; says which cannot be taken.
     *
     * @throws MagicException if values cannot be read
     */
    void takeValues(String java) throws MagicException;

    /**
     * Ends the one before and starts the next, which gets the values.
     *
     * @throws MagicException if it does not start
     */
    EngineId next(EngineSettings settings) throws MagicException;

    /** Ends the latest, and forgets the values. */
    void end() throws MagicException;
}
