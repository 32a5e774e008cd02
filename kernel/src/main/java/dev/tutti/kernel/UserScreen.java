package dev.tutti.kernel;

import dev.tutti.kernel.browse.ObjectNode;
import dev.tutti.kernel.browse.ObjectTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the shell itself shows on the whole screen while a cell runs; programs have the terminal as the cell's input. Used
 * on the thread that runs the cell.
 */
public interface UserScreen {

    /**
     * Has a file edited by the editor that is built in.
     *
     * @throws IOException if the file cannot be read or written
     */
    void edit(Path file) throws IOException;

    /** Asks the terminal to take a text into its clipboard; whether it does is not known. */
    void clip(String text);

    /**
     * Lets the user choose a cell on the whole screen; empty if he leaves without one.
     *
     * @param cells their texts, oldest first
     */
    Optional<String> pick(List<String> cells);

    /**
     * Lets the user open objects on the whole screen.
     *
     * @param roots those to begin with
     * @return what he wants to stand at the next prompt
     */
    Optional<String> browse(ObjectTree tree, List<ObjectNode> roots);
}
