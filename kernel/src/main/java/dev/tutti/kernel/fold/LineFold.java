package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Outputs line by line: the first lines of all engines, equal ones as one, then the second lines. */
public final class LineFold {

    private LineFold() {}

    /**
     * The lines in order.
     *
     * @param fold whether equal lines are one
     * @return each line with a newline at its end
     */
    public static List<Folded<String>> of(List<Folded<String>> outputs, boolean fold) {
        SortedMap<EngineId, List<String>> texts = new TreeMap<>();
        int most = 0;
        for (Folded<String> output : outputs) {
            List<String> lines = output.item().lines().map(line -> line + "\n").toList();
            output.engines().forEach(engine -> texts.put(engine, lines));
            most = Math.max(most, lines.size());
        }
        List<Folded<String>> ordered = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            SortedMap<EngineId, String> row = new TreeMap<>();
            int index = i;
            texts.forEach((engine, lines) -> {
                if (index < lines.size()) {
                    row.put(engine, lines.get(index));
                }
            });
            ordered.addAll(fold ? Folded.fold(row, line -> line) : Folded.unfolded(row));
        }
        return ordered;
    }
}
