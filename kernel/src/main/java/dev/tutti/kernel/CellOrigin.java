package dev.tutti.kernel;

import java.util.Objects;

/**
 * Where a cell's text comes from, for messages.
 *
 * @param file the file's name, empty if it was typed
 * @param firstLine the line of the file at which the cell's text begins, from 1
 */
public record CellOrigin(String file, int firstLine) {

    /** Typed at the prompt, or given with -e. */
    public static final CellOrigin TYPED = new CellOrigin("", 1);

    public CellOrigin {
        Objects.requireNonNull(file, "file");
    }
}
