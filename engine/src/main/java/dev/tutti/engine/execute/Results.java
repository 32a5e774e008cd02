package dev.tutti.engine.execute;

import java.util.LinkedHashMap;
import java.util.Map;

/** The results of a session's cells at this place: {@code Out}. Any thread. */
final class Results {

    /** The system property that tells how many are kept; {@code all} for all of them. */
    private static final String KEPT_PROPERTY = "tutti.output.keep";

    private static final int USUALLY_KEPT = 1000;

    private final int kept;
    private final Map<Integer, Object> byCell = new LinkedHashMap<>();

    /** @param kept older ones are let go, so that they can be collected */
    Results(int kept) {
        this.kept = kept;
    }

    /** As many as this engine was started with. */
    static Results asStarted() {
        String told = System.getProperty(KEPT_PROPERTY, "");
        return new Results(told.equals("all") ? Integer.MAX_VALUE : Integer.getInteger(KEPT_PROPERTY, USUALLY_KEPT));
    }

    synchronized void put(int cell, Object value) {
        byCell.remove(cell);
        byCell.put(cell, value);
        if (byCell.size() > kept) {
            byCell.remove(byCell.keySet().iterator().next());
        }
    }

    synchronized Object get(int cell) {
        Object value = byCell.get(cell);
        if (value == null && !byCell.containsKey(cell)) {
            throw new IllegalArgumentException("Out[" + cell + "] has no value at this place: cell " + cell
                    + " gave no result here, %reset out has dropped it, or it is not among the newest " + kept
                    + " (setting output.keep).");
        }
        return value;
    }

    /** Lets all go; tells how many there were. */
    synchronized int clear() {
        int size = byCell.size();
        byCell.clear();
        return size;
    }
}
