package dev.tutti.engine.render;

import dev.tutti.engine.wire.RenderLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collections of records of one type, or of maps with the same keys, as a table: a row for each, a column for each
 * component or key, numbers to the right. Where the table is wider than the display there is none.
 */
final class TableText {

    /** With fewer rows a table reads no better. */
    private static final int LEAST_ROWS = 2;

    private static final int LEAST_COLUMNS = 2;

    /** More rows are cut, and counted. */
    private static final int MOST_ROWS = 60;

    private static final int CELL_WIDTH = 40;
    private static final String GAP = "  ";

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    private TableText(List<String> heads) {
        this.heads = heads;
        this.numeric = new boolean[heads.size()];
        Arrays.fill(numeric, true);
    }

    /** The table of a value, if it is one and fits. */
    static Optional<String> of(Object value, RenderLimits limits) {
        Collection<?> elements = elements(value);
        if (elements.size() < LEAST_ROWS) {
            return Optional.empty();
        }
        List<String> heads = heads(elements.iterator().next());
        if (heads.size() < LEAST_COLUMNS) {
            return Optional.empty();
        }
        TableText table = new TableText(heads);
        int most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, limits.lines() - 4));
        Object first = elements.iterator().next();
        for (Object element : elements) {
            if (!isLike(element, first, heads)) {
                return Optional.empty();
            }
            if (table.rows.size() < most) {
                table.add(element);
            }
        }
        return table.text(limits, elements.size());
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return value instanceof Collection<?> collection && Shape.of(value) == Shape.COLLECTION
                ? collection
                : List.of();
    }

    private static List<String> heads(Object element) {
        if (element instanceof Record && Shape.of(element) == Shape.RECORD) {
            return List.of(RecordParts.names(element));
        }
        if (element instanceof Map<?, ?> map && Shape.of(element) == Shape.MAP) {
            List<String> keys = new ArrayList<>();
            for (Object key : map.keySet()) {
                if (!(key instanceof String text)) {
                    return List.of();
                }
                keys.add(text);
            }
            return keys;
        }
        return List.of();
    }

    private static boolean isLike(Object element, Object first, List<String> heads) {
        if (element == null || element.getClass() != first.getClass()) {
            return false;
        }
        return !(element instanceof Map<?, ?> map) || map.keySet().equals(Set.copyOf(heads));
    }

    private void add(Object element) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Object part =
                    element instanceof Map<?, ?> map ? map.get(heads.get(i)) : RecordParts.value(element, heads.get(i));
            numeric[i] &= part instanceof Number;
            TextSink sink = new TextSink(new RenderLimits(Integer.MAX_VALUE, 1, CELL_WIDTH));
            new ValueWriter(sink).write(part);
            String text = sink.text();
            row.add(
                    sink.abridged()
                            ? text.substring(0, Math.min(text.length(), CELL_WIDTH - 3))
                                    .concat("...")
                            : text);
        }
        rows.add(row);
    }

    private Optional<String> text(RenderLimits limits, int all) {
        int[] widths = new int[heads.size()];
        int width = GAP.length() * (heads.size() - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = heads.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
            width += widths[i];
        }
        if (width > limits.width()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        line(text, heads, widths);
        for (List<String> row : rows) {
            text.append('\n');
            line(text, row, widths);
        }
        if (rows.size() < all) {
            text.append("\n... (").append(all - rows.size()).append(" more rows)");
        }
        return Optional.of(text.toString());
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        int start = text.length();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - cells.get(i).length());
            text.append(i == 0 ? "" : GAP);
            text.append(numeric[i] ? blanks.concat(cells.get(i)) : cells.get(i).concat(blanks));
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
    }
}
