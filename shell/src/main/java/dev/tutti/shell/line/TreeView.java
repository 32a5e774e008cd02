package dev.tutti.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A whole screen of a tree of objects: the open lines, then the way to the chosen one, then what the keys do. Pure. */
final class TreeView {

    private static final String KEYS = "Right opens, Left closes, / finds, Enter takes the Java, q leaves";
    private static final String FIND = "Find: ";
    private static final int FOOT = 3;

    private final Palette palette;

    TreeView(Palette palette) {
        this.palette = palette;
    }

    /** The screen. @param query what is being typed to be found; empty if nothing is */
    OtherScreen.Picture draw(TreeList list, Optional<String> query, int columns, int rows) {
        int height = Math.max(1, rows - FOOT);
        int first = Math.clamp(
                list.chosen() - height / 2, 0, Math.max(0, list.lines().size() - height));
        List<AttributedString> lines = new ArrayList<>();
        for (int i = first; i < first + height; i++) {
            lines.add(i < list.lines().size() ? row(list, i, columns) : AttributedString.EMPTY);
        }
        lines.add(new AttributedString("─".repeat(columns), palette.dim()));
        lines.add(cut(told(list), columns));
        lines.add(cut(query.isPresent() ? typed(query.get()) : new AttributedString(KEYS, palette.dim()), columns));
        List<AttributedString> shown = lines.subList(0, Math.min(lines.size(), Math.max(1, rows)));
        return query.isPresent()
                ? new OtherScreen.Picture(
                        shown,
                        shown.size() - 1,
                        Math.min(columns - 1, typed(query.get()).columnLength()))
                : new OtherScreen.Picture(shown, Math.min(shown.size() - 1, list.chosen() - first), 0);
    }

    private AttributedString typed(String query) {
        return new AttributedStringBuilder()
                .append(FIND, palette.prompt())
                .append(query)
                .toAttributedString();
    }

    /** The note, else the way to the chosen object. */
    private AttributedString told(TreeList list) {
        if (!list.note().isEmpty()) {
            return new AttributedString(list.note(), palette.prompt());
        }
        return new AttributedString(list.lines().get(list.chosen()).node().way().orElse(""), AttributedStyle.DEFAULT);
    }

    private AttributedString row(TreeList list, int at, int columns) {
        Branch branch = list.lines().get(at);
        AttributedStringBuilder row = new AttributedStringBuilder();
        row.append("  ".repeat(Math.min(branch.depth(), columns / 4)));
        row.append(!branch.node().canOpen() ? "  " : branch.isOpen() ? "▾ " : "▸ ");
        row.append(branch.label(), at == list.chosen() ? palette.selected() : palette.kind());
        if (!branch.node().isStretch()) {
            row.append(" = ").append(branch.node().text());
        }
        return cut(row.toAttributedString(), columns);
    }

    private static AttributedString cut(AttributedString line, int columns) {
        return line.columnLength() <= columns
                ? line
                : AttributedString.join(
                        AttributedString.EMPTY, line.columnSubSequence(0, columns - 1), new AttributedString("…"));
    }
}
