package dev.tutti.engine.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measured values on their way from an engine to the kernel: rows of words and numbers, as text.
 *
 * @param rows each begins with the word that says what it is; no cell has a tab or a line break
 */
public record Figures(List<List<String>> rows) {

    private static final String CELL = "\t";

    /** What the code that runs now has measured; the execution that ends takes it. Main thread. */
    private static String left = "";

    public Figures {
        rows = rows.stream().map(Figures::clean).toList();
    }

    private static List<String> clean(List<String> row) {
        return row.stream()
                .map(cell -> cell.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '))
                .toList();
    }

    /** Of the text that {@link #text} gives. */
    public static Figures parse(String text) {
        return new Figures(
                text.lines().map(line -> List.of(line.split(CELL, -1))).toList());
    }

    /** Rows in lines, cells apart by tabs. */
    public String text() {
        return rows.stream().map(row -> String.join(CELL, row)).collect(Collectors.joining("\n"));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return rows.stream().allMatch(row -> row.stream().allMatch(String::isEmpty));
    }

    /** The rows that begin with a word, without it. */
    public List<List<String>> all(String word) {
        return rows.stream()
                .filter(row -> row.getFirst().equals(word))
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    /** The only row that begins with a word, without it. @throws IllegalArgumentException if there is none */
    public List<String> row(String word) {
        List<List<String>> found = all(word);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no row '" + word + "' among the figures.");
        }
        return found.getFirst();
    }

    /** Leaves them for the execution that runs now. Main thread. */
    public void leave() {
        left = text();
    }

    /** What has been left since the last call. Main thread. */
    public static String take() {
        String taken = left;
        left = "";
        return taken;
    }

    /** Rows in the making. */
    public static final class Builder {

        private final List<List<String>> rows = new ArrayList<>();

        /** A further row. */
        public Builder row(String word, Object... cells) {
            List<String> row = new ArrayList<>(List.of(word));
            for (Object cell : cells) {
                row.add(String.valueOf(cell));
            }
            rows.add(row);
            return this;
        }

        public Figures build() {
            return new Figures(rows);
        }
    }
}
