package dev.tutti.kernel.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A cell that was submitted.
 *
 * @param session the session's number
 * @param number the cell's number in it
 * @param time when it was submitted
 * @param source its text as typed
 * @param output the text of its result, if it had one and outputs are kept
 */
public record HistoryEntry(long session, int number, Instant time, String source, Optional<String> output) {

    public HistoryEntry {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(output, "output");
    }
}
