package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.alt;
import static org.jline.keymap.KeyMap.ctrl;
import static org.jline.keymap.KeyMap.translate;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;

/** What the keys do that act on cells rather than lines. Used by the typing thread. */
final class CellKeys {

    static final String NEW_LINE = "new-line";
    private static final String DROP = "drop";
    private static final String PICK = "pick-from-history";

    private final CellReader reader;
    private final CellBuffer buffer;
    private final EnterRule enterRule;
    private final HistoryWalk walk;
    private final Ghost ghost;
    private BooleanSupplier pairs = () -> false;
    private Picking picked = _ -> Optional.empty();
    private Consumer<String> clipboard = _ -> {};

    /** Has the user choose a cell on the whole screen, those first that have what is typed. */
    @FunctionalInterface
    interface Picking {
        Optional<String> apply(String typed);
    }

    CellKeys(CellReader reader, EnterRule enterRule, HistoryWalk walk, Ghost ghost) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.enterRule = enterRule;
        this.walk = walk;
        this.ghost = ghost;
    }

    /** Whether brackets and quotes are closed as they are opened. */
    CellKeys pairing(BooleanSupplier wanted) {
        pairs = wanted;
        return this;
    }

    /** What is given the text that a key copies or cuts. */
    CellKeys clipping(Consumer<String> to) {
        clipboard = to;
        return this;
    }

    /** How a cell is chosen on the whole screen. */
    CellKeys picking(Picking pick) {
        picked = pick;
        return this;
    }

    /** Gives the keys their meanings. */
    void bind() {
        widget(LineReader.ACCEPT_LINE, this::enter);
        widget(NEW_LINE, this::newLine);
        widget(DROP, this::drop);
        widget(PICK, this::pick);
        widget(LineReader.UP_LINE_OR_SEARCH, this::up);
        widget(LineReader.UP_LINE_OR_HISTORY, this::up);
        widget(LineReader.DOWN_LINE_OR_SEARCH, this::down);
        widget(LineReader.DOWN_LINE_OR_HISTORY, this::down);
        widget(LineReader.BEGINNING_OF_LINE, this::home);
        widget(LineReader.END_OF_LINE, this::end);
        widget(LineReader.FORWARD_CHAR, () -> ghost.takeAll() || builtin(LineReader.FORWARD_CHAR));
        widget(LineReader.FORWARD_WORD, () -> ghost.takeWord() || builtin(LineReader.FORWARD_WORD));
        widget(LineReader.SELF_INSERT, this::type);
        widget(LineReader.BACKWARD_DELETE_CHAR, this::deleteBackward);
        widget(LineReader.VI_BACKWARD_DELETE_CHAR, this::deleteBackward);
        widget(LineReader.BEGIN_PASTE, this::paste);
        widget(LineReader.COPY_REGION_AS_KILL, () -> clip(LineReader.COPY_REGION_AS_KILL));
        widget(LineReader.KILL_REGION, () -> clip(LineReader.KILL_REGION));
        widget(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD, this::searchBackward);
        widget(LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD, this::searchForward);
        bindKeys(reader.getKeyMaps().get(LineReader.EMACS));
        bindKeys(reader.getKeyMaps().get(LineReader.VIINS));
        bindViCommands(reader.getKeyMaps().get(LineReader.VICMD));
    }

    private static void bindKeys(KeyMap<Binding> keys) {
        keys.bind(new Reference(NEW_LINE), alt('\r'), alt('\n'), ctrl('O'));
        keys.bind(new Reference(LineReader.SET_MARK_COMMAND), ctrl('@'));
        keys.bind(new Reference(LineReader.COPY_REGION_AS_KILL), alt('w'));
        keys.bind(new Reference(LineReader.KILL_REGION), alt('k'));
        keys.bind(new Reference(LineReader.REDO), alt('_'));
        keys.bind(new Reference(DROP), ctrl('C'));
        keys.bind(new Reference(PICK), ctrl('X') + ctrl('R'), translate("^[OR"), translate("^[[13~"));
        keys.bind(new Reference(LineReader.DELETE_CHAR), ctrl('D'), translate("^[[3~"));
        keys.bind(new Reference(LineReader.SELF_INSERT), ")", "]", "}");
        // whatever the terminal's description says, these are the keys that terminals send
        keys.bind(new Reference(LineReader.UP_LINE_OR_SEARCH), translate("^[[A"), translate("^[OA"));
        keys.bind(new Reference(LineReader.DOWN_LINE_OR_SEARCH), translate("^[[B"), translate("^[OB"));
        keys.bind(new Reference(LineReader.FORWARD_CHAR), translate("^[[C"), translate("^[OC"));
        keys.bind(new Reference(LineReader.BACKWARD_CHAR), translate("^[[D"), translate("^[OD"));
        keys.bind(
                new Reference(LineReader.BEGINNING_OF_LINE),
                translate("^[[H"),
                translate("^[OH"),
                translate("^[[1~"),
                translate("^[[7~"));
        keys.bind(
                new Reference(LineReader.END_OF_LINE),
                translate("^[[F"),
                translate("^[OF"),
                translate("^[[4~"),
                translate("^[[8~"));
    }

    /** In a cell of several lines, j and k go through its lines before they go to other cells. */
    private static void bindViCommands(KeyMap<Binding> keys) {
        keys.bind(new Reference(DROP), ctrl('C'));
        keys.bind(new Reference(LineReader.UP_LINE_OR_SEARCH), "k", translate("^[[A"), translate("^[OA"));
        keys.bind(new Reference(LineReader.DOWN_LINE_OR_SEARCH), "j", translate("^[[B"), translate("^[OB"));
    }

    private boolean enter() {
        if (!enterRule.runs(buffer.text(), buffer.cursor())) {
            return newLine();
        }
        if (buffer.text().stripLeading().startsWith("!")) {
            reader.finishForProgram();
        } else {
            reader.finish();
        }
        return true;
    }

    private boolean drop() {
        reader.interrupt();
        return true;
    }

    private boolean newLine() {
        Indentation.NewLine line = Indentation.newLine(buffer.text(), buffer.cursor());
        int start = buffer.cursor();
        buffer.insert(line.text());
        buffer.moveTo(start + line.cursor());
        return true;
    }

    private boolean up() {
        return buffer.up() || recall(walk.older(buffer.text(), buffer.cursor()));
    }

    private boolean down() {
        return buffer.down() || recall(walk.newer(buffer.text()));
    }

    private boolean recall(Optional<String> cell) {
        cell.ifPresent(buffer::become);
        return cell.isPresent();
    }

    private boolean pick() {
        picked.apply(buffer.text()).ifPresent(buffer::become);
        reader.windowMayHaveChanged();
        return true;
    }

    private boolean home() {
        buffer.moveTo(Indentation.lineStart(buffer.text(), buffer.cursor()));
        return true;
    }

    private boolean end() {
        if (!ghost.takeAll()) {
            buffer.moveTo(Indentation.lineEnd(buffer.text(), buffer.cursor()));
        }
        return true;
    }

    /** A closing bracket that is the first of its line goes under the line that opened it. */
    private boolean type() {
        if (typedInPair()) {
            return true;
        }
        boolean typed = builtin(LineReader.SELF_INSERT);
        String key = reader.getLastBinding();
        if (key.equals("}") || key.equals(")") || key.equals("]")) {
            String text = buffer.text();
            int cursor = buffer.cursor();
            Indentation.closing(text, cursor)
                    .ifPresent(blanks -> buffer.replace(Indentation.lineStart(text, cursor), cursor, blanks + key));
        }
        return typed;
    }

    private boolean typedInPair() {
        String key = reader.getLastBinding();
        if (!pairs.getAsBoolean() || key.length() != 1) {
            return false;
        }
        int cursor = buffer.cursor();
        Optional<Autopair.Typed> typed = Autopair.typed(buffer.text(), cursor, key.charAt(0));
        typed.ifPresent(edit -> {
            buffer.insert(edit.insert());
            buffer.moveTo(cursor + edit.forward());
        });
        return typed.isPresent();
    }

    private boolean deleteBackward() {
        int cursor = buffer.cursor();
        if (pairs.getAsBoolean() && Autopair.isInEmptyPair(buffer.text(), cursor)) {
            buffer.replace(cursor - 1, cursor + 1, "");
            return true;
        }
        return builtin(LineReader.BACKWARD_DELETE_CHAR);
    }

    private boolean paste() {
        buffer.insert(PastedText.clean(reader.pasted()));
        return true;
    }

    /** What lies between the mark, or the beginning, and the cursor. */
    private boolean clip(String how) {
        String text = buffer.text();
        int mark = Math.clamp(reader.getRegionMark(), 0, text.length());
        int cursor = buffer.cursor();
        if (mark != cursor) {
            clipboard.accept(text.substring(Math.min(mark, cursor), Math.max(mark, cursor)));
        }
        return builtin(how);
    }

    private boolean searchBackward() {
        return afterSearch(builtin(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD));
    }

    private boolean searchForward() {
        return afterSearch(builtin(LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD));
    }

    /** Enter ends the search and, read again, runs what was found, also if the match lies in its first line. */
    private boolean afterSearch(boolean found) {
        if ("\r".equals(reader.getLastBinding())) {
            buffer.moveToEnd();
        }
        return found;
    }

    private boolean builtin(String name) {
        return reader.getBuiltinWidgets().get(name).apply();
    }

    private void widget(String name, Widget widget) {
        reader.getWidgets().put(name, widget);
    }
}
