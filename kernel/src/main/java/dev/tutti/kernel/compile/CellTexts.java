package dev.tutti.kernel.compile;

import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The texts of the cells that were submitted, by their numbers: what {@code In} means. Any thread. */
public final class CellTexts {

    private final SortedMap<Integer, String> texts = new ConcurrentSkipListMap<>();

    /** A cell has been submitted. */
    public void add(int cell, String text) {
        texts.put(cell, text);
    }

    /** The text of a cell, if there is such a cell and it was not dropped. */
    public Optional<String> text(int cell) {
        return Optional.ofNullable(texts.get(cell));
    }

    /** Drops all; the cells to come are added as before. */
    public void clear() {
        texts.clear();
    }

    /** Those before a cell. */
    SortedMap<Integer, String> before(int cell) {
        return texts.headMap(cell);
    }
}
