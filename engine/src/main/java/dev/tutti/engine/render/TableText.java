package dev.tutti.engine.render;

import dev.tutti.engine.wire.RenderLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Values as a table: a row for each element, a column for each component or key, numbers to the right.
 *
 * <p>By itself it is made of collections of records of one type, or of maps with the same keys, and only where it fits the
 * display. Asked for, it is made of nearly anything, and cut to the display.
 */
final class TableText {

    /** With fewer rows a table reads no better. */
    private static final int LEAST_ROWS = 2;

    private static final int LEAST_COLUMNS = 2;

    /** More rows are cut, and counted. */
    private static final int MOST_ROWS = 60;

    private static final int CELL_WIDTH = 40;

    /** A column that is cut keeps so much. */
    private static final int NARROWEST = 6;

    /** So many of the columns that have no room are named. */
    private static final int MOST_NAMED = 8;

    private static final String GAP = "  ";
    private static final String CUT = "...";

    private final RenderLimits limits;
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    private final int cellWidth;

    private TableText(List<String> heads, RenderLimits limits, int cellWidth) {
        this.limits = limits;
        this.cellWidth = cellWidth;
        this.heads = heads;
        this.numeric = new boolean[heads.size()];
        Arrays.fill(numeric, true);
    }

    /** The table of a value, if it reads better so and fits. */
    static Optional<String> of(Object value, RenderLimits limits) {
        Collection<?> elements = elements(value);
        if (elements.size() < LEAST_ROWS) {
            return Optional.empty();
        }
        Optional<TableColumns> columns = TableColumns.ofAlike(elements);
        if (columns.isEmpty() || columns.get().heads().size() < LEAST_COLUMNS) {
            return Optional.empty();
        }
        TableText table = new TableText(columns.get().heads(), limits, CELL_WIDTH);
        table.add(elements, columns.get());
        return table.width() > limits.width() ? Optional.empty() : Optional.of(table.text(elements.size()));
    }

    /** The table of a value, cut to the display; nothing if it has no parts. */
    static Optional<String> whatever(Object value, RenderLimits limits) {
        Collection<?> elements = TableColumns.rows(value);
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        TableColumns columns = TableColumns.ofAny(elements);
        TableText table = new TableText(columns.heads(), limits, Math.max(CELL_WIDTH, limits.width()));
        table.add(elements, columns);
        return Optional.of(table.cut(elements.size()));
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return value instanceof Collection<?> collection && Shape.of(value) == Shape.COLLECTION
                ? collection
                : List.of();
    }

    private void add(Collection<?> elements, TableColumns columns) {
        int most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, limits.lines() - 4));
        for (Object element : elements) {
            if (rows.size() == most) {
                return;
            }
            List<String> row = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                Optional<Object> part = columns.part(element, i);
                numeric[i] &= part.isEmpty() || part.get() instanceof Number;
                row.add(part.map(this::cell).orElse(""));
            }
            rows.add(row);
        }
    }

    private String cell(Object part) {
        TextSink sink = new TextSink(new RenderLimits(
                Integer.MAX_VALUE, 1, cellWidth, limits.elements(), limits.depth(), limits.digits(), false));
        new ValueWriter(sink).write(part == TableColumns.NULL ? null : part);
        String text = sink.text();
        int line = text.indexOf('\n');
        boolean cut = sink.abridged() || line >= 0;
        String first = line < 0 ? text : text.substring(0, line);
        return cut
                ? first.substring(0, Math.min(first.length(), cellWidth - CUT.length()))
                        .concat(CUT)
                : text;
    }

    private int[] widths() {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = heads.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private int width() {
        return Arrays.stream(widths()).sum() + GAP.length() * (heads.size() - 1);
    }

    private String text(int all) {
        return text(widths(), heads.size(), all);
    }

    /**
     * What has no room is named below, and for that columns of text count as narrow ones; then the widest of text are cut.
     * Numbers are not, for half a number misleads.
     */
    private String cut(int all) {
        int[] widths = widths();
        int columns = widths.length;
        while (columns > 1 && leastWidth(widths, columns) > limits.width()) {
            columns--;
        }
        int sum = Arrays.stream(widths, 0, columns).sum() + GAP.length() * (columns - 1);
        for (; sum > limits.width(); sum--) {
            int widest = widestText(widths, columns);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        String text = text(widths, columns, all);
        return columns == heads.size()
                ? text
                : text.concat("\n... (no room for: ")
                        .concat(named(heads.subList(columns, heads.size())))
                        .concat(hasLongFractions() ? "; %precision 3 shortens numbers)" : ")");
    }

    /** All, or of many the first and the last. */
    private static String named(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED - 1))
                        .concat(", ... ")
                        .concat(names.getLast());
    }

    private int leastWidth(int[] widths, int columns) {
        int sum = GAP.length() * (columns - 1);
        for (int i = 0; i < columns; i++) {
            sum += numeric[i] ? widths[i] : Math.min(widths[i], NARROWEST);
        }
        return sum;
    }

    /** The widest column of text; if there is none, one of numbers. */
    private int widestText(int[] widths, int columns) {
        int widest = 0;
        for (int i = 1; i < columns; i++) {
            boolean better = numeric[i] == numeric[widest] ? widths[i] > widths[widest] : numeric[widest];
            widest = better ? i : widest;
        }
        return widest;
    }

    private boolean hasLongFractions() {
        return rows.stream().flatMap(List::stream).anyMatch(cell -> cell.matches("-?\\d+\\.\\d{5,}.*"));
    }

    private String text(int[] widths, int columns, int all) {
        StringBuilder text = new StringBuilder();
        line(text, heads, widths, columns);
        for (List<String> row : rows) {
            text.append('\n');
            line(text, row, widths, columns);
        }
        if (rows.size() < all) {
            text.append("\n... (").append(all - rows.size()).append(" more rows)");
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths, int columns) {
        int start = text.length();
        for (int i = 0; i < columns; i++) {
            String cell = cells.get(i);
            if (cell.length() > widths[i]) {
                cell = cell.substring(0, widths[i] - CUT.length()).concat(CUT);
            }
            String blanks = " ".repeat(widths[i] - cell.length());
            text.append(i == 0 ? "" : GAP);
            text.append(numeric[i] ? blanks.concat(cell) : cell.concat(blanks));
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
    }
}
