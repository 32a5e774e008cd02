package dev.tutti.engine.execute;

import java.util.LinkedHashMap;
import java.util.Map;

/** The results of a session's cells at this place: {@code Out}. Any thread. */
final class Results {

    /** Older ones are let go, so that they can be collected. */
    static final int KEPT = 1000;

    private final Map<Integer, Object> byCell = new LinkedHashMap<>();

    synchronized void put(int cell, Object value) {
        byCell.remove(cell);
        byCell.put(cell, value);
        if (byCell.size() > KEPT) {
            byCell.remove(byCell.keySet().iterator().next());
        }
    }

    synchronized Object get(int cell) {
        Object value = byCell.get(cell);
        if (value == null && !byCell.containsKey(cell)) {
            throw new IllegalArgumentException("Out[" + cell + "] has no value at this place: cell " + cell
                    + " gave no result here, or more than " + KEPT + " cells ago.");
        }
        return value;
    }
}
