package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Objects;

/**
 * Values that go when a cell runs, everywhere.
 *
 * @param reason why, as the start of a sentence: {@code P changes shape}, {@code x changes from int to String}
 * @param variables whose values: the variables as they were before the cell
 */
public record Loss(String reason, List<SessionVariable> variables) {

    public Loss {
        Objects.requireNonNull(reason, "reason");
        variables = List.copyOf(variables);
    }
}
