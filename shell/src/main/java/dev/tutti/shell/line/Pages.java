package dev.tutti.shell.line;

import java.util.List;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Lines below the text, as many as fit; Tab turns the page, any other key closes them. Used by the typing thread. */
final class Pages {

    private static final int FEWEST_ROWS = 3;

    private final CellReader reader;
    private final Palette palette;
    private final List<AttributedString> lines;

    Pages(CellReader reader, Palette palette, List<AttributedString> lines) {
        this.reader = reader;
        this.palette = palette;
        this.lines = lines;
    }

    /** Shows them; the key that closes them is read again. Always true. */
    boolean show() {
        int first = 0;
        while (true) {
            int rows = Math.max(FEWEST_ROWS, reader.rows() - reader.textRows() - 1);
            int end = lines.size() - first <= rows ? lines.size() : first + rows - 1;
            AttributedString page = page(first, end);
            reader.showBelow(() -> page);
            boolean turns = reader.nextKey().equals(LineReader.MENU_COMPLETE) && end < lines.size();
            if (!turns) {
                reader.keyAgain();
                reader.hideBelow();
                return true;
            }
            first = end;
        }
    }

    private AttributedString page(int first, int end) {
        AttributedStringBuilder page = new AttributedStringBuilder();
        for (int i = first; i < end; i++) {
            page.append(i == first ? "" : "\n").append(lines.get(i));
        }
        if (end < lines.size()) {
            page.append("\n").append("%d more lines: Tab".formatted(lines.size() - end), palette.dim());
        }
        return page.toAttributedString();
    }
}
