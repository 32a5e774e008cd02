package dev.tutti.shell.line;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * A whole screen of cells to choose from: what has been typed on top, then a line for each cell, then the chosen one in
 * full, then what the keys do. Pure.
 */
final class PickView {

    private static final String TITLE = "History: ";
    private static final String KEYS = "Enter takes it, Esc leaves; words and * find";
    private static final int TAB_WIDTH = 4;

    private final Palette palette;
    private final CellHighlighter highlighter;

    PickView(Palette palette) {
        this.palette = palette;
        this.highlighter = new CellHighlighter(palette, _ -> true);
    }

    /** The screen, as many lines as it has rows. */
    List<AttributedString> draw(PickList list, int columns, int rows) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(cut(
                new AttributedStringBuilder()
                        .append(TITLE, palette.prompt())
                        .append(list.query())
                        .toAttributedString(),
                columns));
        List<AttributedString> preview = preview(list, columns, Math.max(1, (rows - 3) / 2));
        int height = Math.max(1, rows - 3 - preview.size());
        int first = Math.clamp(
                list.chosen() - height / 2, 0, Math.max(0, list.fitting().size() - height));
        for (int i = first; i < first + height; i++) {
            lines.add(i < list.fitting().size() ? row(list, i, columns) : AttributedString.EMPTY);
        }
        lines.add(new AttributedString("─".repeat(columns), palette.dim()));
        lines.addAll(preview);
        lines.add(cut(new AttributedString(counted(list) + " · " + KEYS, palette.dim()), columns));
        return lines.size() <= rows ? lines : lines.subList(0, Math.max(1, rows));
    }

    /** Where the cursor stands: behind what has been typed. */
    static int cursorColumn(PickList list, int columns) {
        return Math.min(columns - 1, new AttributedString(TITLE + list.query()).columnLength());
    }

    private static String counted(PickList list) {
        return list.fitting().isEmpty()
                ? "None of " + list.size()
                : list.chosen() + 1 + " of " + list.fitting().size();
    }

    private AttributedString row(PickList list, int at, int columns) {
        List<String> lines = list.fitting().get(at).lines().toList();
        boolean chosen = at == list.chosen();
        AttributedStringBuilder row = new AttributedStringBuilder().tabs(TAB_WIDTH);
        row.append(chosen ? "> " : "  ");
        row.append(lines.getFirst(), chosen ? palette.selected() : AttributedStyle.DEFAULT);
        if (lines.size() > 1) {
            row.append("  +" + (lines.size() - 1) + (lines.size() == 2 ? " line" : " lines"), palette.dim());
        }
        return cut(row.toAttributedString(), columns);
    }

    private List<AttributedString> preview(PickList list, int columns, int most) {
        if (list.fitting().isEmpty()) {
            return List.of(AttributedString.EMPTY);
        }
        AttributedStringBuilder text = new AttributedStringBuilder().tabs(TAB_WIDTH);
        text.append(highlighter.highlight(list.fitting().get(list.chosen()), -1));
        List<AttributedString> lines = text.columnSplitLength(columns);
        if (lines.size() <= most) {
            return lines;
        }
        List<AttributedString> shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add(cut(new AttributedString((lines.size() - most + 1) + " more lines", palette.dim()), columns));
        return shown;
    }

    private static AttributedString cut(AttributedString line, int columns) {
        return line.columnLength() <= columns ? line : line.columnSubSequence(0, columns);
    }
}
