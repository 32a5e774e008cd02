package dev.tutti.engine.execute;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is still to be done when the code of a cell has ended and nobody has been told of that yet. */
public final class CellEnd {

    private static final Set<Runnable> ACTIONS = ConcurrentHashMap.newKeySet();

    private CellEnd() {}

    /**
     * Something is to be done once, on the main thread, before the end of the running cell is told; of the next cell, if
     * none runs. Any thread.
     *
     * @param action must end within a second and not throw; added twice, it is done once
     */
    public static void before(Runnable action) {
        ACTIONS.add(action);
    }

    /** The code of a cell has ended. Main thread. */
    public static void come() {
        if (!ACTIONS.isEmpty()) {
            for (Runnable action : ACTIONS) {
                ACTIONS.remove(action);
                action.run();
            }
        }
    }
}
