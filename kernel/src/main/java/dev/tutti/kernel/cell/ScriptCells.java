package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Cuts a script into cells. A script with at least one line that starts with {@code // %%} consists of the cells
 * between such lines; in any other, each snippet, magic line, shell line and help line is a cell, and a {@code %%}
 * magic takes all the rest. A first line {@code #!…} is skipped.
 */
public final class ScriptCells {

    private static final String SEPARATOR = "// %%";

    private final MagicNames magics;
    private final Predicate<String> runnable;

    /**
     * @param magics the magics that there are
     * @param runnable whether Enter would run this Java: it is complete, or wrong for good
     */
    public ScriptCells(MagicNames magics, Predicate<String> runnable) {
        this.magics = Objects.requireNonNull(magics, "magics");
        this.runnable = Objects.requireNonNull(runnable, "runnable");
    }

    /** The magics that there are. */
    public MagicNames magics() {
        return magics;
    }

    /**
     * The cells of a whole script; Java that goes on in the next line ({@code .map(…)}, {@code else}) stays together.
     */
    public List<ScriptCell> split(String text) {
        List<String> lines = text.lines().toList();
        boolean separated = lines.stream().anyMatch(ScriptCells::isSeparator);
        CellReader reader = new CellReader(magics, runnable, separated, true);
        List<ScriptCell> cells = new ArrayList<>();
        for (String line : lines) {
            cells.addAll(reader.line(line));
        }
        cells.addAll(reader.end());
        return List.copyOf(cells);
    }

    /**
     * A reader for a script that arrives line by line: it gives out a cell as soon as that is complete, without
     * looking at the next line. From the first {@code // %%} line on, cells end at such lines.
     */
    public CellReader reader() {
        return new CellReader(magics, runnable, false, false);
    }

    /**
     * The same, but a complete snippet is kept back until the next line shows that it does not go on there, or until
     * {@link CellReader#idle} says that no line is waiting. So a pipe gives the same cells as a file.
     */
    public CellReader readerThatLooksAhead() {
        return new CellReader(magics, runnable, false, true);
    }

    static boolean isSeparator(String line) {
        return line.startsWith(SEPARATOR);
    }
}
