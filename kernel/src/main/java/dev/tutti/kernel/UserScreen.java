package dev.tutti.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The user's terminal, lent to what needs all of it for a while. Used on the thread that runs the cell. */
public interface UserScreen {

    /**
     * Has a file edited by a program, which gets the whole terminal.
     *
     * @param program a command of the system's shell, to which the file's name is added
     * @return its exit code
     * @throws IOException if the system has no shell to run it
     */
    int edit(String program, Path file) throws IOException, InterruptedException;

    /**
     * Has a file edited by the editor that is built in.
     *
     * @throws IOException if the file cannot be read or written
     */
    void edit(Path file) throws IOException;

    /**
     * Lets the user choose a cell on the whole screen; empty if he leaves without one.
     *
     * @param cells their texts, oldest first
     */
    Optional<String> pick(List<String> cells);
}
