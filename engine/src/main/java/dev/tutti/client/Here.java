package dev.tutti.client;

/**
 * Where this code runs. Every session imports these methods on demand ({@code import static dev.tutti.client.Here.*}),
 * so that a declaration of the user's own of the same name wins.
 */
public final class Here {

    private Here() {}

    /**
     * The position of this engine among the targets of the running cell, from 0.
     *
     * @throws IllegalStateException at local, or where no cell runs
     */
    public static int rank() {
        throw new UnsupportedOperationException("not yet");
    }

    /** How many engines the running cell was sent to. */
    public static int size() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The stable number of this engine's slot; -1 at local. */
    public static int engineId() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The result of an earlier cell at this place, as {@code Out[cell]} reads it once its typed name is gone.
     *
     * @throws IllegalArgumentException if that cell gave no result here
     */
    public static Object out(int cell) {
        throw new UnsupportedOperationException("not yet");
    }
}
