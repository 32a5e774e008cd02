package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Numbers of several engines side by side: a row for each, then who has the least and the most. */
final class EngineTable {

    /** With more engines their rows tell less than the extremes. */
    private static final int MOST_ROWS = 16;

    private final String what;
    private final DoubleFunction<String> format;
    private final List<String> header = new ArrayList<>(List.of("engine"));
    private final SortedMap<EngineId, List<String>> rows = new TreeMap<>();
    private final SortedMap<EngineId, Double> numbers = new TreeMap<>();

    /**
     * @param what the number that engines are compared by
     * @param columns titles of all columns but the engine's, this number's first
     */
    EngineTable(String what, DoubleFunction<String> format, String... columns) {
        this.what = what;
        this.format = format;
        header.addAll(List.of(columns));
    }

    /** A row. @param number what the engine is compared by @param others texts of the further columns */
    void add(EngineId engine, double number, String... others) {
        List<String> row = new ArrayList<>(List.of(engine.toString(), format.apply(number)));
        row.addAll(List.of(others));
        rows.put(engine, row);
        numbers.put(engine, number);
    }

    String text(int width) {
        String table = rows.size() > MOST_ROWS ? "" : TextTable.of(header, List.copyOf(rows.values()), width) + "\n";
        return table + extremes();
    }

    private String extremes() {
        List<Map.Entry<EngineId, Double>> sorted = new ArrayList<>(numbers.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        Map.Entry<EngineId, Double> least = sorted.getFirst();
        Map.Entry<EngineId, Double> most = sorted.getLast();
        double median = (sorted.get((sorted.size() - 1) / 2).getValue()
                        + sorted.get(sorted.size() / 2).getValue())
                / 2;
        String ratio = least.getValue() > 0
                ? String.format(java.util.Locale.ROOT, ", %.1f times as much", most.getValue() / least.getValue())
                : "";
        return what + ": " + format.apply(least.getValue()) + " (engine " + least.getKey() + ") to "
                + format.apply(most.getValue()) + " (engine " + most.getKey() + ratio + "), median "
                + format.apply(median);
    }
}
