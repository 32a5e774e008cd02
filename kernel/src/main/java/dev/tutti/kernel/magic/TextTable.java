package dev.tutti.kernel.magic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

/** Rows of text as a table without borders; the widest column is cut so that it fits the display. */
final class TextTable {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private TextTable() {}

    /**
     * A table.
     *
     * @param header the columns' titles
     * @param rows each with as many cells as the header
     * @param width columns of the display
     */
    static String of(List<String> header, List<List<String>> rows, int width) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        rows.forEach(
                row -> all.add(row.stream().map(cell -> cell.replace('\n', ' ')).toList()));
        int[] widths = widths(all, width);
        Column[] columns = new Column[widths.length];
        for (int i = 0; i < widths.length; i++) {
            columns[i] = new Column(widths[i] + GAP, 0, Overflow.TRUNCATE);
        }
        Help.TextTable table = Help.TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
        for (List<String> row : all) {
            String[] cells = new String[widths.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cut(row.get(i), widths[i]);
            }
            table.addRowValues(cells);
        }
        return table.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static int[] widths(List<List<String>> rows, int width) {
        int[] widths = new int[rows.getFirst().size()];
        int sum = 0;
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            sum += widths[i] + GAP;
        }
        while (sum > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            sum--;
        }
        return widths;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    /** How long something has lasted, in one unit or two. */
    static String ago(Duration time) {
        if (time.toSeconds() < 60) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        return time.toMinutes() < 60
                ? time.toMinutes() + " min"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
