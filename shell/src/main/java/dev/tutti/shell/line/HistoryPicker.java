package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.ctrl;
import static org.jline.keymap.KeyMap.esc;
import static org.jline.keymap.KeyMap.key;
import static org.jline.keymap.KeyMap.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * Has the user choose an earlier cell on the terminal's other screen, so that the one in use comes back as it was. Used by
 * the typing thread; what a new window size needs is drawn on the thread that delivers signals.
 */
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

    private static final AttributedString LINE_END = new AttributedString("\n");

    /** How long Esc waits for the rest of a key. */
    private static final long ESC_MILLIS = 100;

    private final Terminal terminal;
    private final PickList list;
    private final PickView view;
    private final Display display;
    private final Size size = new Size();

    /** @param cells oldest first */
    HistoryPicker(Terminal terminal, Palette palette, List<String> cells) {
        this.terminal = terminal;
        this.list = new PickList(cells);
        this.view = new PickView(palette);
        this.display = new Display(terminal, true);
    }

    /** The chosen cell; empty if the user left. @param query what is searched for to begin with */
    Optional<String> pick(String query) {
        Attributes before = terminal.enterRawMode();
        SignalHandler windowChanges = terminal.handle(Signal.WINCH, _ -> resized());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        try {
            withoutInterrupts();
            list.filter(query);
            resized();
            return choose();
        } finally {
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.handle(Signal.WINCH, windowChanges);
            terminal.setAttributes(before);
        }
    }

    /** Ctrl-C is a key here. */
    private void withoutInterrupts() {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(attributes);
    }

    private Optional<String> choose() {
        BindingReader keys = new BindingReader(terminal.reader());
        KeyMap<Key> map = keys();
        while (true) {
            Key key = keys.readBinding(map);
            if (key == null || key == Key.LEAVE) {
                return Optional.empty();
            }
            if (key == Key.TAKE) {
                return list.fitting().isEmpty()
                        ? Optional.empty()
                        : Optional.of(list.fitting().get(list.chosen()));
            }
            act(key, keys.getLastBinding());
            draw();
        }
    }

    private synchronized void act(Key key, String typed) {
        String query = list.query();
        switch (key) {
            case TYPE -> list.filter(query + typed);
            case ERASE ->
                list.filter(query.isEmpty() ? "" : query.substring(0, query.offsetByCodePoints(query.length(), -1)));
            case ERASE_ALL -> list.filter("");
            case NEWER -> list.move(-1);
            case OLDER -> list.move(1);
            case PAGE_NEWER -> list.move(-size.getRows() / 2);
            case PAGE_OLDER -> list.move(size.getRows() / 2);
            case NEWEST -> list.move(-list.size());
            case OLDEST -> list.move(list.size());
            case TAKE, LEAVE -> {}
        }
    }

    private synchronized void resized() {
        size.copy(terminal.getSize());
        display.clear();
        display.resize(Math.max(1, size.getRows()), Math.max(1, size.getColumns()));
        draw();
    }

    private synchronized void draw() {
        int columns = Math.max(1, size.getColumns());
        List<AttributedString> lines = view.draw(list, columns, Math.max(1, size.getRows()));
        List<AttributedString> ended = new ArrayList<>();
        for (AttributedString line : lines.subList(0, lines.size() - 1)) {
            ended.add(AttributedString.join(AttributedString.EMPTY, line, LINE_END)); // else it counts as wrapped
        }
        ended.add(lines.getLast());
        display.update(ended, size.cursorPos(0, PickView.cursorColumn(list, columns)));
    }

    private KeyMap<Key> keys() {
        KeyMap<Key> map = new KeyMap<>();
        map.setAmbiguousTimeout(ESC_MILLIS);
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
        String up = key(terminal, Capability.key_up);
        String down = key(terminal, Capability.key_down);
        if (up != null && down != null) {
            map.bind(Key.NEWER, up);
            map.bind(Key.OLDER, down);
        }
        return map;
    }
}
