package dev.tutti.shell.line;

import static org.jline.keymap.KeyMap.translate;

import java.util.Map;
import java.util.Set;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;

/**
 * What keys do to the part that is selected: with Shift the keys that move the cursor select, what is typed or pasted
 * replaces the part, the keys that delete, copy or cut take it, Tab and Shift-Tab move its lines. All other keys end the
 * selection and do what they always do. Used by the typing thread.
 */
final class SelectionKeys implements AroundKeys {

    private static final String PREFIX = "select-";
    private static final String DEDENT = "dedent";
    private static final Set<String> REPLACING = Set.of(
            LineReader.SELF_INSERT,
            LineReader.SELF_INSERT_UNMETA,
            LineReader.BEGIN_PASTE,
            LineReader.YANK,
            CellKeys.NEW_LINE);
    private static final Set<String> DELETING =
            Set.of(LineReader.BACKWARD_DELETE_CHAR, LineReader.VI_BACKWARD_DELETE_CHAR, LineReader.DELETE_CHAR);
    private static final Set<String> CUTTING = Set.of(LineReader.KILL_REGION, LineReader.BACKWARD_KILL_WORD);

    private final CellReader reader;
    private final CellBuffer buffer;
    private final Selection selection;
    private final KeyMap<Binding> severalLines = new KeyMap<>();

    SelectionKeys(CellReader reader, CellBuffer buffer, Selection selection) {
        this.reader = reader;
        this.buffer = buffer;
        this.selection = selection;
    }

    /** Gives the keys their meanings. */
    void bind() {
        Map<String, Widget> builtin = reader.getBuiltinWidgets();
        selecting("left", builtin.get(LineReader.BACKWARD_CHAR), "^[[1;2D");
        selecting("right", builtin.get(LineReader.FORWARD_CHAR), "^[[1;2C");
        selecting("word-left", builtin.get(LineReader.BACKWARD_WORD), "^[[1;6D");
        selecting("word-right", builtin.get(LineReader.FORWARD_WORD), "^[[1;6C");
        selecting("up", () -> buffer.up() || moveTo(0), "^[[1;2A");
        selecting("down", () -> buffer.down() || moveTo(buffer.text().length()), "^[[1;2B");
        selecting("home", () -> moveTo(Indentation.lineStart(buffer.text(), buffer.cursor())), "^[[1;2H");
        selecting("end", () -> moveTo(Indentation.lineEnd(buffer.text(), buffer.cursor())), "^[[1;2F");
        reader.getWidgets().put(DEDENT, () -> {
            selection.dedent();
            return true;
        });
        severalLines.bind(new Reference(DEDENT), translate("^[[Z"));
        reader.consult(this);
    }

    /** Shift-Tab means something of its own only while several lines are selected. */
    @Override
    public KeyMap<Binding> keys() {
        return selection.hasSeveralLines() ? severalLines : NOTHING.keys();
    }

    @Override
    public Widget around(String name, Widget usual) {
        if (name.startsWith(PREFIX) || name.equals(DEDENT)) {
            return usual;
        }
        if (!selection.isActive()) {
            selection.clear();
            return usual;
        }
        return () -> press(name, usual);
    }

    private boolean press(String name, Widget usual) {
        if (DELETING.contains(name)) {
            selection.delete();
            return true;
        }
        if (CUTTING.contains(name) || name.equals(LineReader.COPY_REGION_AS_KILL)) {
            return take(CUTTING.contains(name));
        }
        if (name.equals(LineReader.EXPAND_OR_COMPLETE) && selection.hasSeveralLines()) {
            selection.indent();
            return true;
        }
        if (name.equals(LineReader.BACKWARD_CHAR) || name.equals(LineReader.FORWARD_CHAR)) {
            moveTo(name.equals(LineReader.BACKWARD_CHAR) ? selection.start() : selection.end());
            selection.clear();
            return true;
        }
        if (REPLACING.contains(name)) {
            selection.delete();
        }
        selection.clear();
        return usual.apply();
    }

    private boolean take(boolean cut) {
        reader.keep(selection.text());
        if (cut) {
            selection.delete();
        }
        selection.clear();
        return true;
    }

    private boolean moveTo(int offset) {
        buffer.moveTo(offset);
        return true;
    }

    private void selecting(String name, Widget movement, String key) {
        reader.getWidgets().put(PREFIX + name, () -> {
            selection.begin();
            movement.apply();
            return true;
        });
        for (String map : new String[] {LineReader.EMACS, LineReader.VIINS}) {
            reader.getKeyMaps().get(map).bind(new Reference(PREFIX + name), translate(key));
        }
    }
}
