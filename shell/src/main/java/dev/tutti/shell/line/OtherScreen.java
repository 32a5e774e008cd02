package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.key;

import java.util.ArrayList;
import java.util.List;
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
 * The terminal's other screen, all of it, until it is closed; then the one that was in use comes back as it was. Ctrl-C is a
 * key meanwhile. Used by the typing thread; what a new window size needs is drawn on the thread that delivers signals, so
 * what the painter shows is changed within {@link #change}.
 */
final class OtherScreen implements AutoCloseable {

    /** How long Esc waits for the rest of a key. */
    static final long ESC_MILLIS = 100;

    private static final AttributedString LINE_END = new AttributedString("\n");

    /** What is to be seen: at most as many lines as there are rows, and where the cursor stands. */
    record Picture(List<AttributedString> lines, int cursorRow, int cursorColumn) {}

    /** What knows what is to be seen. */
    @FunctionalInterface
    interface Painter {
        Picture paint(int columns, int rows);
    }

    private final Terminal terminal;
    private final Painter painter;
    private final Display display;
    private final BindingReader keys;
    private final Size size = new Size();
    private final Attributes before;
    private final SignalHandler windowChanges;

    OtherScreen(Terminal terminal, Painter painter) {
        this.terminal = terminal;
        this.painter = painter;
        this.display = new Display(terminal, true);
        this.keys = new BindingReader(terminal.reader());
        this.before = terminal.enterRawMode();
        this.windowChanges = terminal.handle(Signal.WINCH, _ -> resized());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        withoutInterrupts();
        resized();
    }

    private void withoutInterrupts() {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(attributes);
    }

    /** The next key; null at the end of the input. */
    <K> K read(KeyMap<K> map) {
        return keys.readBinding(map);
    }

    /** What was typed for the latest key. */
    String typed() {
        return keys.getLastBinding();
    }

    synchronized int rows() {
        return Math.max(1, size.getRows());
    }

    /** Changes what is to be seen, and shows it. */
    synchronized void change(Runnable change) {
        change.run();
        draw();
    }

    private synchronized void resized() {
        size.copy(terminal.getSize());
        display.clear();
        display.resize(rows(), columns());
        draw();
    }

    private int columns() {
        return Math.max(1, size.getColumns());
    }

    private void draw() {
        Picture picture = painter.paint(columns(), rows());
        List<AttributedString> lines = picture.lines();
        List<AttributedString> ended = new ArrayList<>();
        for (AttributedString line : lines.subList(0, lines.size() - 1)) {
            ended.add(AttributedString.join(AttributedString.EMPTY, line, LINE_END)); // else it counts as wrapped
        }
        ended.add(lines.getLast());
        display.update(ended, size.cursorPos(picture.cursorRow(), picture.cursorColumn()));
    }

    /** Binds what the terminal itself says its arrows send. */
    <K> void bindArrows(KeyMap<K> map, K up, K down) {
        String keyUp = key(terminal, Capability.key_up);
        String keyDown = key(terminal, Capability.key_down);
        if (keyUp != null && keyDown != null) {
            map.bind(up, keyUp);
            map.bind(down, keyDown);
        }
    }

    @Override
    public void close() {
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.handle(Signal.WINCH, windowChanges);
        terminal.setAttributes(before);
    }
}
