package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.ctrl;
import static org.jline.keymap.KeyMap.esc;
import static org.jline.keymap.KeyMap.translate;

import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;

/** Has the user open objects on the whole screen. Used by the typing thread. */
final class TreeBrowser {

    /** What a key does in the tree. */
    private enum Key {
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        TOP,
        BOTTOM,
        OPEN,
        CLOSE,
        TOGGLE,
        SEARCH,
        NEXT,
        PREVIOUS,
        TAKE,
        LEAVE
    }

    /** What a key does while it is typed what to find. */
    private enum Typing {
        TYPE,
        ERASE,
        FIND,
        LEAVE
    }

    private final Terminal terminal;
    private final TreeList list;
    private final TreeView view;
    private Optional<String> query = Optional.empty();
    private String sought = "";

    TreeBrowser(Terminal terminal, Palette palette, TreeList list) {
        this.terminal = terminal;
        this.list = list;
        this.view = new TreeView(palette);
    }

    /** What the user wants at the prompt; empty if he left without. */
    Optional<String> browse() {
        try (OtherScreen screen = new OtherScreen(terminal, (columns, rows) -> view.draw(list, query, columns, rows))) {
            KeyMap<Key> map = keys();
            screen.bindArrows(map, Key.UP, Key.DOWN);
            while (true) {
                Key key = screen.read(map);
                if (key == null || key == Key.LEAVE) {
                    return Optional.empty();
                }
                if (key == Key.TAKE) {
                    Optional<String> expression = list.expressionOfChosen();
                    if (expression.isPresent()) {
                        return expression;
                    }
                }
                if (key == Key.SEARCH) {
                    search(screen);
                }
                screen.change(() -> act(key, screen.rows()));
            }
        }
    }

    private void act(Key key, int rows) {
        switch (key) {
            case UP -> list.move(-1);
            case DOWN -> list.move(1);
            case PAGE_UP -> list.move(-rows / 2);
            case PAGE_DOWN -> list.move(rows / 2);
            case TOP -> list.move(-list.lines().size());
            case BOTTOM -> list.move(list.lines().size());
            case OPEN -> list.open();
            case CLOSE -> list.close();
            case TOGGLE -> list.toggle();
            case NEXT -> findAgain(1);
            case PREVIOUS -> findAgain(-1);
            case SEARCH, TAKE, LEAVE -> {}
        }
    }

    private void findAgain(int step) {
        if (sought.isEmpty()) {
            list.note("Nothing has been searched for yet: / finds.");
        } else {
            list.find(sought, step);
        }
    }

    private void search(OtherScreen screen) {
        KeyMap<Typing> map = typing();
        screen.change(() -> query = Optional.of(""));
        Typing key = screen.read(map);
        for (; key == Typing.TYPE || key == Typing.ERASE; key = screen.read(map)) {
            String before = query.orElse("");
            String after = key == Typing.TYPE
                    ? before + screen.typed()
                    : before.substring(0, before.isEmpty() ? 0 : before.offsetByCodePoints(before.length(), -1));
            screen.change(() -> query = Optional.of(after));
        }
        String typed = query.orElse("");
        boolean wanted = key == Typing.FIND && !typed.isEmpty();
        screen.change(() -> {
            query = Optional.empty();
            if (wanted) {
                sought = typed;
                list.find(typed, 1);
            }
        });
    }

    private static KeyMap<Typing> typing() {
        KeyMap<Typing> map = new KeyMap<>();
        map.setAmbiguousTimeout(OtherScreen.ESC_MILLIS);
        map.setUnicode(Typing.TYPE);
        for (char c = ' '; c < 127; c++) {
            map.bind(Typing.TYPE, Character.toString(c));
        }
        map.bind(Typing.ERASE, ctrl('H'), "\177");
        map.bind(Typing.FIND, "\r", "\n");
        map.bind(Typing.LEAVE, esc(), ctrl('C'), ctrl('G'), ctrl('D'));
        return map;
    }

    private static KeyMap<Key> keys() {
        KeyMap<Key> map = new KeyMap<>();
        map.setAmbiguousTimeout(OtherScreen.ESC_MILLIS);
        map.bind(Key.UP, "k", ctrl('P'), translate("^[[A"), translate("^[OA"));
        map.bind(Key.DOWN, "j", ctrl('N'), translate("^[[B"), translate("^[OB"));
        map.bind(Key.OPEN, "l", "+", translate("^[[C"), translate("^[OC"));
        map.bind(Key.CLOSE, "h", "-", translate("^[[D"), translate("^[OD"));
        map.bind(Key.TOGGLE, " ");
        map.bind(Key.PAGE_UP, translate("^[[5~"));
        map.bind(Key.PAGE_DOWN, translate("^[[6~"));
        map.bind(Key.TOP, "g", translate("^[[H"), translate("^[OH"), translate("^[[1~"));
        map.bind(Key.BOTTOM, "G", translate("^[[F"), translate("^[OF"), translate("^[[4~"));
        map.bind(Key.SEARCH, "/");
        map.bind(Key.NEXT, "n");
        map.bind(Key.PREVIOUS, "N");
        map.bind(Key.TAKE, "\r", "\n");
        map.bind(Key.LEAVE, "q", esc(), ctrl('C'), ctrl('G'), ctrl('D'));
        return map;
    }
}
