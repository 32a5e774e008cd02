package dev.tutti.kernel.cell;

import java.util.Objects;

/**
 * A cell of a script.
 *
 * @param text the cell, without blank lines around it
 * @param line the line of the script at which it begins, from 1
 */
public record ScriptCell(String text, int line) {

    public ScriptCell {
        Objects.requireNonNull(text, "text");
        if (line < 1) {
            throw new IllegalArgumentException("Lines count from 1, not from %d.".formatted(line));
        }
    }
}
