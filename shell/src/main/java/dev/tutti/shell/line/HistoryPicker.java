package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.ctrl;
import static org.jline.keymap.KeyMap.esc;
import static org.jline.keymap.KeyMap.translate;

import java.util.List;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;

/** Has the user choose an earlier cell on the whole screen. Used by the typing thread. */
final class HistoryPicker {

    /** What a key does. */
    private enum Key {
        TYPE,
        ERASE,
        ERASE_ALL,
        NEWER,
        OLDER,
        PAGE_NEWER,
        PAGE_OLDER,
        NEWEST,
        OLDEST,
        TAKE,
        LEAVE
    }

    private final Terminal terminal;
    private final PickList list;
    private final PickView view;

    /** @param cells oldest first */
    HistoryPicker(Terminal terminal, Palette palette, List<String> cells) {
        this.terminal = terminal;
        this.list = new PickList(cells);
        this.view = new PickView(palette);
    }

    /** The chosen cell; empty if the user left. @param query what is searched for to begin with */
    Optional<String> pick(String query) {
        list.filter(query);
        try (OtherScreen screen = new OtherScreen(terminal, this::paint)) {
            return choose(screen);
        }
    }

    private OtherScreen.Picture paint(int columns, int rows) {
        return new OtherScreen.Picture(view.draw(list, columns, rows), 0, PickView.cursorColumn(list, columns));
    }

    private Optional<String> choose(OtherScreen screen) {
        KeyMap<Key> map = keys();
        screen.bindArrows(map, Key.NEWER, Key.OLDER);
        while (true) {
            Key key = screen.read(map);
            if (key == null || key == Key.LEAVE) {
                return Optional.empty();
            }
            if (key == Key.TAKE) {
                return list.fitting().isEmpty()
                        ? Optional.empty()
                        : Optional.of(list.fitting().get(list.chosen()));
            }
            screen.change(() -> act(key, screen.typed(), screen.rows()));
        }
    }

    private void act(Key key, String typed, int rows) {
        String query = list.query();
        switch (key) {
            case TYPE -> list.filter(query + typed);
            case ERASE ->
                list.filter(query.isEmpty() ? "" : query.substring(0, query.offsetByCodePoints(query.length(), -1)));
            case ERASE_ALL -> list.filter("");
            case NEWER -> list.move(-1);
            case OLDER -> list.move(1);
            case PAGE_NEWER -> list.move(-rows / 2);
            case PAGE_OLDER -> list.move(rows / 2);
            case NEWEST -> list.move(-list.size());
            case OLDEST -> list.move(list.size());
            case TAKE, LEAVE -> {}
        }
    }

    private static KeyMap<Key> keys() {
        KeyMap<Key> map = new KeyMap<>();
        map.setAmbiguousTimeout(OtherScreen.ESC_MILLIS);
        map.setUnicode(Key.TYPE);
        for (char c = ' '; c < 127; c++) {
            map.bind(Key.TYPE, Character.toString(c));
        }
        map.bind(Key.ERASE, ctrl('H'), "\177");
        map.bind(Key.ERASE_ALL, ctrl('U'));
        map.bind(Key.NEWER, ctrl('P'), translate("^[[A"), translate("^[OA"));
        map.bind(Key.OLDER, ctrl('N'), ctrl('R'), translate("^[[B"), translate("^[OB"));
        map.bind(Key.PAGE_NEWER, translate("^[[5~"));
        map.bind(Key.PAGE_OLDER, translate("^[[6~"));
        map.bind(Key.NEWEST, translate("^[[H"), translate("^[OH"), translate("^[[1~"));
        map.bind(Key.OLDEST, translate("^[[F"), translate("^[OF"), translate("^[[4~"));
        map.bind(Key.TAKE, "\r", "\n");
        map.bind(Key.LEAVE, esc(), ctrl('C'), ctrl('G'), ctrl('D'));
        return map;
    }
}
