package dev.tutti.kernel.magic;

import dev.tutti.kernel.export.ExportedClass;
import dev.tutti.kernel.history.HistoryEntry;
import java.nio.file.Path;
import java.util.List;

/** Cells in the forms of other programs. Used on the thread that runs the cell. */
public interface Exports {

    /**
     * A class with a main method that does what cells do.
     *
     * @param name its simple name
     * @param cells their texts
     * @throws MagicException if they make none
     */
    ExportedClass javaClass(String name, List<String> cells) throws MagicException;

    /** Cells with what they showed as a notebook of Jupyter, the text of its file. */
    String notebook(List<HistoryEntry> cells);

    /** What such a class may need to run: libraries of the session and of Tutti. */
    List<Path> classPath();
}
