package dev.tutti.kernel.export;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A cell of code in a notebook.
 *
 * @param number its number, if it has run
 * @param source its text
 * @param outputs what it showed, in order
 */
public record NotebookCell(OptionalInt number, String source, List<CellOutput> outputs) {

    public NotebookCell {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(source, "source");
        outputs = List.copyOf(outputs);
    }
}
