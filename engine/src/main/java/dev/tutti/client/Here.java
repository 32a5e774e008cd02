package dev.tutti.client;

import dev.tutti.engine.execute.Place;

/**
 * Where this code runs. Every session imports these methods on demand ({@code import static dev.tutti.client.Here.*}),
 * so that a declaration of the user's own of the same name wins. Any thread of the engine may ask, also one of a pool:
 * the answer is that of the cell that runs now.
 */
public final class Here {

    /** What the script was started with: the arguments after its name on the command line, equal at every place. */
    public static final String[] args = Script.arguments();

    private Here() {}

    /**
     * The position of this engine among the targets of the running cell, from 0.
     *
     * @throws IllegalStateException at local, or where no cell runs
     */
    public static int rank() {
        return Place.rank();
    }

    /**
     * How many engines the running cell was sent to.
     *
     * @throws IllegalStateException at local, or where no cell runs
     */
    public static int size() {
        return Place.size();
    }

    /**
     * The stable number of this engine's slot; -1 at local.
     *
     * @throws IllegalStateException in a program that is no engine
     */
    public static int engineId() {
        return Place.engineId();
    }

    /**
     * The result of an earlier cell at this place, as {@code Out[cell]} reads it once its typed name is gone.
     *
     * @throws IllegalArgumentException if that cell gave no result here
     * @throws IllegalStateException in a program that is no engine
     */
    public static Object out(int cell) {
        return Place.out(cell);
    }
}
