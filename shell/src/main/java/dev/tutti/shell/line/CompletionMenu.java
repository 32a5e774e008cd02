package dev.tutti.shell.line;

import java.util.List;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * The menu below the text: Tab and the arrows choose, Enter takes the choice, Ctrl-G puts back what was typed, any
 * other key goes on with what is chosen. Below it stands what the chosen item is, as soon as that is known. Used by the
 * typing thread.
 */
final class CompletionMenu {

    private static final int FEWEST_ROWS = 3;

    /** The lines for the chosen item, if the screen has four times as many. */
    private static final int HELP_ROWS = 2;

    private final CellReader reader;
    private final CellBuffer buffer;
    private final List<MenuItem> items;
    private final Palette palette;
    private final MenuView view;
    private final ChosenItem chosenItem;
    private final boolean partial;
    private int chosen = -1;

    CompletionMenu(CellReader reader, List<MenuItem> items, Palette palette, ChosenItem chosenItem, boolean partial) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.items = items;
        this.palette = palette;
        this.view = new MenuView(items, palette);
        this.chosenItem = chosenItem;
        this.partial = partial;
    }

    /** Runs the menu for the word that begins at an offset and ends at the cursor. */
    boolean run(int anchor) {
        String typed = buffer.text().substring(anchor, buffer.cursor());
        while (true) {
            int rows = Math.max(FEWEST_ROWS, reader.rows() - reader.textRows() - 1);
            reader.showBelow(() -> draw(rows));
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
        MenuItem item = items.get(chosen);
        buffer.replace(anchor, buffer.cursor(), item.text());
        if (item.isElement()) {
            String before = buffer.text().substring(0, anchor) + item.asked();
            chosenItem.ask(before, before.length());
        } else {
            chosenItem.forget();
        }
    }

    private AttributedString draw(int rows) {
        int columns = reader.columns();
        int helpRows = Math.min(HELP_ROWS, rows / (2 * HELP_ROWS));
        AttributedStringBuilder below = new AttributedStringBuilder();
        below.append(view.draw(chosen, columns, rows - helpRows, partial));
        if (helpRows > 0) {
            chosenItem
                    .help()
                    .map(help -> help.lines(palette, columns - 1, helpRows))
                    .orElse(List.of())
                    .forEach(line -> below.append("\n").append(line));
        }
        return below.toAttributedString();
    }

    private boolean closed() {
        reader.hideBelow();
        return true;
    }
}
