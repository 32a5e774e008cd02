package dev.tutti.shell.line;

import java.util.function.Consumer;
import org.jline.reader.Buffer;
import org.jline.reader.impl.UndoTree;

/** JLine's undo, which copies the whole text at each keystroke, with a limit to what all the copies hold. */
final class BoundedUndo extends UndoTree<Buffer> {

    private static final long LIMIT_CHARACTERS = 4_000_000;

    private long held;

    BoundedUndo(Consumer<Buffer> restore) {
        super(restore);
    }

    @Override
    public void newState(Buffer state) {
        held += state.length();
        if (held > LIMIT_CHARACTERS) {
            clear();
            held = state.length();
        }
        super.newState(state);
    }
}
