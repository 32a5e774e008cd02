package dev.tutti.kernel.magic;

import dev.tutti.kernel.compile.Declaration;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a session has declared, as a whole. Values belong to variables: they go when the variable goes. Used on the thread
 * that runs the cell.
 */
public interface SessionState {

    /**
     * Takes declarations away, with the values of variables at all places.
     *
     * @return their names
     * @throws MagicException if that cannot be done; then nothing is changed
     */
    List<String> drop(Predicate<Declaration> which) throws MagicException;

    /** Marks what is declared now. */
    void checkpoint(String name);

    /** The names of the marks. */
    List<String> checkpoints();

    /**
     * Makes declared again what was declared at a mark, and nothing else. Variables that are still there keep the values
     * that they have now; others come back without one.
     *
     * @throws MagicException if there is no such mark
     */
    void rollback(String name) throws MagicException;

    /**
     * Writes declarations and values at local to a file, which is also a script.
     *
     * @return how many values were kept; notes tell which were not
     * @throws MagicException if it cannot be written
     */
    int save(Path file) throws MagicException;

    /**
     * Brings back what was saved: declarations, then values.
     *
     * @throws MagicException if the file cannot be read
     */
    void load(Path file) throws MagicException;

    /**
     * Keeps the value of one variable in a file.
     *
     * @throws MagicException if it has none at local, or it cannot be kept
     */
    void store(String variable, Path file) throws MagicException;

    /**
     * Brings back what {@link #store} kept.
     *
     * @throws MagicException if it cannot be read
     */
    void restore(Path file) throws MagicException;
}
