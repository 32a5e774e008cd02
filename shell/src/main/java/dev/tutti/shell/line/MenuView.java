package dev.tutti.shell.line;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/** Draws a completion menu: text, kind, and dimmed signature, one item a line, scrolled to the chosen one. Pure. */
final class MenuView {

    private static final int WIDEST_TEXT = 40;

    private final List<MenuItem> items;
    private final Palette palette;

    MenuView(List<MenuItem> items, Palette palette) {
        this.items = items;
        this.palette = palette;
    }

    /**
     * The menu.
     *
     * @param chosen the index of the chosen item, or -1
     * @param columns how wide it may be
     * @param rows how high it may be
     * @param partial whether more candidates may exist than are known
     */
    AttributedString draw(int chosen, int columns, int rows, boolean partial) {
        int shown = items.size() <= rows ? items.size() : Math.max(1, rows - 1);
        int first = Math.clamp((long) chosen - shown / 2, 0, items.size() - shown);
        List<MenuItem> visible = items.subList(first, first + shown);
        int textWidth = width(visible.stream().map(MenuItem::text).toList(), WIDEST_TEXT);
        int kindWidth = width(visible.stream().map(MenuItem::kindInWords).toList(), WIDEST_TEXT);
        AttributedStringBuilder menu = new AttributedStringBuilder();
        for (int i = 0; i < shown; i++) {
            menu.append(i == 0 ? "" : "\n");
            menu.append(line(visible.get(i), first + i == chosen, new int[] {textWidth, kindWidth, columns - 1}));
        }
        if (shown < items.size() || partial) {
            String rest = shown < items.size()
                    ? "%d to %d of %d%s".formatted(first + 1, first + shown, items.size(), partial ? " or more" : "")
                    : "There may be more; press Tab again in a moment.";
            menu.append("\n").append(cut(rest, columns - 1), palette.dim());
        }
        return menu.toAttributedString();
    }

    private AttributedString line(MenuItem item, boolean chosen, int[] widths) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        String text = pad(cut(item.text(), widths[0]), widths[0]);
        line.append(text, chosen ? palette.selected() : AttributedStyle.DEFAULT);
        line.append("  ").append(pad(item.kindInWords(), widths[1]), palette.kind());
        if (!item.detail().isEmpty()) {
            line.append("  ").append(item.detail(), palette.dim());
        }
        AttributedString whole = line.toAttributedString();
        return whole.columnLength() <= widths[2] ? whole : whole.columnSubSequence(0, Math.max(1, widths[2]));
    }

    private static int width(List<String> texts, int most) {
        return Math.min(most, texts.stream().mapToInt(MenuView::columns).max().orElse(0));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columns(text)));
    }

    private static String cut(String text, int width) {
        if (columns(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder(text);
        while (!cut.isEmpty() && columns(cut.toString()) >= width) {
            cut.setLength(cut.length() - 1);
        }
        return cut.append('…').toString();
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
