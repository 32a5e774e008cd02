package dev.tutti.kernel;

import java.util.Objects;

/**
 * Where a cell's text comes from, for messages.
 *
 * @param file the file's name, empty if it was typed
 * @param firstLine the line of the file at which the cell's text begins, from 1
 */
public record CellOrigin(String file, int firstLine) {

    private static final String NOTEBOOK_CELL = " cell ";

    /** Typed at the prompt, or given with -e. */
    public static final CellOrigin TYPED = new CellOrigin("", 1);

    /** The cell of a notebook. @param number counted among those of code, from 1 */
    static CellOrigin ofNotebook(String file, int number) {
        return new CellOrigin(file + NOTEBOOK_CELL + number, 1);
    }

    /** How a message names the cell of a file. */
    String cellName() {
        int cell = file.lastIndexOf(NOTEBOOK_CELL);
        return cell < 0
                ? "the cell that begins in line " + firstLine
                : "its cell " + file.substring(cell + NOTEBOOK_CELL.length());
    }

    public CellOrigin {
        Objects.requireNonNull(file, "file");
    }
}
