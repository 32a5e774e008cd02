package dev.tutti.kernel.magic;

import dev.tutti.kernel.doctor.Finding;
import java.util.function.Consumer;

/** All that this session stands on: its JDK, files, engines, repositories. Used on the thread that runs the cell. */
public interface Installation {

    /**
     * Looks at all of it; repositories last, which takes seconds where one does not answer.
     *
     * @param found hears of each part at once
     * @throws MagicException if the user gave it up
     */
    void examine(Consumer<Finding> found) throws MagicException;
}
