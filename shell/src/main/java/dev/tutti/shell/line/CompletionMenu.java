package dev.tutti.shell.line;

import java.util.List;
import org.jline.reader.LineReader;

/**
 * The menu below the text: Tab and the arrows choose, Enter takes the choice, Ctrl-G puts back what was typed, any
 * other key goes on with what is chosen. Used by the typing thread.
 */
final class CompletionMenu {

    private static final int FEWEST_ROWS = 3;

    private final CellReader reader;
    private final CellBuffer buffer;
    private final List<MenuItem> items;
    private final MenuView view;
    private final boolean partial;
    private int chosen = -1;

    CompletionMenu(CellReader reader, List<MenuItem> items, MenuView view, boolean partial) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.items = items;
        this.view = view;
        this.partial = partial;
    }

    /** Runs the menu for the word that begins at an offset and ends at the cursor. */
    boolean run(int anchor) {
        String typed = buffer.text().substring(anchor, buffer.cursor());
        while (true) {
            int rows = Math.max(FEWEST_ROWS, reader.rows() - reader.textRows() - 1);
            reader.showBelow(() -> view.draw(chosen, reader.columns(), rows, partial));
            switch (reader.nextKey()) {
                case LineReader.MENU_COMPLETE, LineReader.DOWN_LINE_OR_SEARCH -> choose(anchor, chosen + 1);
                case LineReader.REVERSE_MENU_COMPLETE, LineReader.UP_LINE_OR_SEARCH ->
                    choose(anchor, chosen < 0 ? items.size() - 1 : chosen - 1);
                case LineReader.SEND_BREAK -> {
                    buffer.replace(anchor, buffer.cursor(), typed);
                    return closed();
                }
                case LineReader.ACCEPT_LINE -> {
                    if (chosen < 0) {
                        reader.keyAgain();
                    }
                    return taken();
                }
                default -> {
                    reader.keyAgain();
                    return taken();
                }
            }
        }
    }

    private boolean taken() {
        if (chosen >= 0) {
            buffer.addImport(items.get(chosen).imports());
        }
        return closed();
    }

    private void choose(int anchor, int index) {
        chosen = Math.floorMod(index, items.size());
        buffer.replace(anchor, buffer.cursor(), items.get(chosen).text());
    }

    private boolean closed() {
        reader.hideBelow();
        return true;
    }
}
