package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Introduction.Introduced;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/**
 * The name of what has been introduced, typed at all its places at once: the first character replaces what is proposed,
 * Enter is done with it, any other key too and then means what it always does. Used by the typing thread.
 */
final class NameTyping {

    private final CellReader reader;
    private final CellBuffer buffer;
    private final Palette palette;
    private final Emphasis emphasis;
    private final List<String> pieces;
    private final String proposed;

    NameTyping(CellReader reader, Palette palette, Emphasis emphasis, Introduced introduced) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.palette = palette;
        this.emphasis = emphasis;
        this.proposed = introduced.name();
        this.pieces = pieces(introduced);
    }

    private static List<String> pieces(Introduced introduced) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int place : introduced.places()) {
            pieces.add(introduced.cell().substring(from, place));
            from = place + introduced.name().length();
        }
        pieces.add(introduced.cell().substring(from));
        return pieces;
    }

    /** Takes keys until the name is there. Always true. */
    boolean run() {
        String name = proposed;
        boolean fresh = true;
        while (true) {
            show(name, fresh);
            String does = reader.nextTypingKey();
            String key = reader.getLastBinding();
            if (does.equals(LineReader.SELF_INSERT) && key.chars().allMatch(Character::isJavaIdentifierPart)) {
                name = fresh ? key : name + key;
            } else if (does.equals(LineReader.BACKWARD_DELETE_CHAR)) {
                name = fresh || name.isEmpty() ? "" : name.substring(0, name.length() - 1);
            } else {
                boolean isName = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
                return end(isName ? name : proposed, does);
            }
            fresh = false;
        }
    }

    private void show(String name, boolean fresh) {
        List<Emphasis.Part> parts = write(name);
        buffer.moveTo(parts.getFirst().end());
        emphasis.on(parts);
        String hint = fresh ? "Enter keeps the name, typing replaces it." : "Enter is done with the name.";
        reader.showBelow(() -> new AttributedString(hint, palette.dim()));
    }

    /** The text with the name at its places. */
    private List<Emphasis.Part> write(String name) {
        StringBuilder text = new StringBuilder(pieces.getFirst());
        List<Emphasis.Part> parts = new ArrayList<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            parts.add(new Emphasis.Part(text.length(), text.length() + name.length()));
            text.append(name).append(piece);
        }
        buffer.become(text.toString());
        return parts;
    }

    private boolean end(String name, String does) {
        List<Emphasis.Part> parts = write(name);
        if (does.equals(LineReader.ACCEPT_LINE) || does.equals(LineReader.SEND_BREAK)) {
            if (parts.size() > 1) {
                buffer.moveTo(parts.getLast().end());
            }
        } else {
            buffer.moveTo(parts.getFirst().end());
            reader.keyAgain();
        }
        emphasis.off();
        reader.hideBelow();
        return true;
    }
}
