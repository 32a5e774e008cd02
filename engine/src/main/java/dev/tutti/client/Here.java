package dev.tutti.client;

import dev.tutti.engine.execute.NotHereException;
import dev.tutti.engine.execute.Place;

/**
 * Where this code runs. Every session imports these methods on demand ({@code import static dev.tutti.client.Here.*}),
 * so that a declaration of the user's own of the same name wins. Any thread of the engine may ask, also one of a pool:
 * the answer is that of the cell that runs now.
 */
public final class Here {

    /** What the script was started with: the arguments after its name on the command line, equal at every place. */
    public static final String[] args = Script.arguments();

    /** The cluster of this session: its engines and the views through which they are given work. Connects when first used. */
    public static final Cluster cluster = Cluster.lazy();

    private Here() {}

    /**
     * The position of this engine among the targets of the running cell or direct call, from 0.
     *
     * @throws IllegalStateException at local, in a balanced task, or where nothing runs
     */
    public static int rank() {
        return Place.rank();
    }

    /**
     * How many engines the running cell or direct call was sent to.
     *
     * @throws IllegalStateException at local, in a balanced task, or where nothing runs
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

    /**
     * The value that a name has at this engine: of the session variable that was declared here last under that name, else
     * what was put here under it. A lambda that reads a session variable carries the value it has where the lambda was
     * written; this reads the engine's own.
     *
     * @param name a name without dots
     * @throws IllegalArgumentException if the name is not defined here
     * @throws IllegalStateException in a program that is no engine
     */
    @SuppressWarnings("unchecked") // the caller says what he expects, as for any name
    public static <T> T here(String name) {
        return (T) Place.value(name);
    }

    /**
     * What a balanced task throws when it finds that it cannot run on this engine: {@code throw notHere("no data")}. It is
     * then tried on another one, which costs none of its retries; when none that may take it is left, it fails with an
     * {@link ImpossibleTaskException}. After ipyparallel's UnmetDependency. Anywhere else it is an exception as others.
     *
     * @param reason why not, as the end of a sentence; shown when no engine takes the task
     */
    public static RuntimeException notHere(String reason) {
        return new NotHereException(reason == null ? "no reason given" : reason);
    }

    /**
     * Tells how far the running task is; shown where it is waited for. It may be called as often as one likes: it is sent
     * ten times a second at most, and the last before the task ends. In a cell it does nothing.
     *
     * @param done how much is done
     * @param total how much there is to do; 0 if unknown
     * @throws IllegalArgumentException if one of them is negative
     * @throws IllegalStateException in a program that is no engine
     */
    public static void progress(long done, long total) {
        Place.progress(done, total, "");
    }

    /** As {@link #progress(long, long)}, with a note on what is being done. */
    public static void progress(long done, long total, String note) {
        Place.progress(done, total, note == null ? "" : note);
    }
}
