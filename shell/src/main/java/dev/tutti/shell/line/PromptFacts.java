package dev.tutti.shell.line;

import java.time.Duration;
import java.util.Objects;

/**
 * What a prompt can tell.
 *
 * @param cell the number of the cell that is typed
 * @param engines how many engines there are besides local
 * @param targets where plain cells run, as targets are written; {@code local} mostly
 * @param latest how long the cell before took
 */
public record PromptFacts(int cell, int engines, String targets, Duration latest) {

    public PromptFacts {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(latest, "latest");
    }

    /** Of a session that has nothing but a number. */
    public static PromptFacts of(int cell) {
        return new PromptFacts(cell, 0, "local", Duration.ZERO);
    }
}
