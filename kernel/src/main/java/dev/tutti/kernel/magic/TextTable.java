package dev.tutti.kernel.magic;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text as a table without borders, columns cut so that it fits the display. */
final class TextTable {

    private static final int MIN_LAST_COLUMN = 20;

    private TextTable() {}

    /**
     * A table.
     *
     * @param header the columns' titles
     * @param rows each with as many cells as the header
     * @param width columns of the display
     */
    static String of(List<String> header, List<List<String>> rows, int width) {
        int widest = Math.max(MIN_LAST_COLUMN, width / 2);
        List<ColumnData<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            columns.add(new Column()
                    .header(header.get(i))
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(numeric(rows, i) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .maxWidth(widest, OverflowBehaviour.ELLIPSIS_RIGHT)
                    .with(row -> row.get(column).replace('\n', ' ')));
        }
        String table = AsciiTable.builder().border(AsciiTable.NO_BORDERS).data(rows, columns).asString();
        return table.lines()
                .map(line -> line.stripTrailing())
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() <= width || width < MIN_LAST_COLUMN ? line : line.substring(0, width - 1) + "…")
                .collect(Collectors.joining("\n"));
    }

    private static boolean numeric(List<List<String>> rows, int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> !row.get(column).isEmpty()
                        && row.get(column).chars().allMatch(c -> c >= '0' && c <= '9'));
    }
}
