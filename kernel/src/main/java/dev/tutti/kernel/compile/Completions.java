package dev.tutti.kernel.compile;

import java.util.List;

/**
 * How a text may go on at the cursor.
 *
 * @param anchor where the replaced text begins; it ends at the cursor
 * @param candidates best first
 * @param partial whether the deadline passed before all were known
 */
public record Completions(int anchor, List<Candidate> candidates, boolean partial) {

    public Completions {
        candidates = List.copyOf(candidates);
    }

    /** Nothing to offer at this place. */
    public static Completions none(int cursor) {
        return new Completions(cursor, List.of(), false);
    }
}
