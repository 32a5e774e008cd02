package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;

/** Objects looked at by opening them. Used on the thread that runs the cell. */
public interface Browsing {

    /**
     * Shows the value that this cell has computed at targets: on the whole screen where there is one, else as lines.
     *
     * @param expression what was computed
     * @throws MagicException if there is no value, or a target does not tell of it
     */
    void show(TargetSpec targets, String expression) throws MagicException;
}
