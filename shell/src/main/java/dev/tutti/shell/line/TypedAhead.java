package dev.tutti.shell.line;

import java.util.Optional;
import org.jline.keymap.BindingReader;

/**
 * Keys that came behind the Enter of a cell while the prompt still had the terminal, and which it has therefore read:
 * they belong to whoever reads next, be it the cell, its debugger or the next prompt. Any thread.
 */
final class TypedAhead {

    private static final String CTRL_C = "\003";
    private static final char CTRL_D = '\004';

    /** No key gives it: it is for private use. */
    private static final int BEHIND_THE_LAST = 0x10fffd;

    private final StringBuilder keys = new StringBuilder();

    synchronized void add(String typed) {
        keys.append(typed);
    }

    /** A reader has them to read next. */
    void giveTo(BindingReader reader) {
        reader.runMacro(takeAll());
    }

    /** What a reader has been given and has not read comes back. */
    void takeBack(BindingReader reader) {
        reader.runMacro(Character.toString(BEHIND_THE_LAST));
        StringBuilder unread = new StringBuilder();
        for (int key = reader.readCharacter(); key != BEHIND_THE_LAST; key = reader.readCharacter()) {
            unread.appendCodePoint(key);
        }
        add(unread.toString());
    }

    /** A Ctrl-C makes void what was typed before it. */
    synchronized void drop() {
        keys.setLength(0);
    }

    /** The same for a Ctrl-C that is one of the keys; whether there is one. */
    synchronized boolean dropInterrupted() {
        int last = keys.lastIndexOf(CTRL_C);
        keys.delete(0, last + 1);
        return last >= 0;
    }

    /** All of them, which then are the caller's. */
    synchronized String takeAll() {
        return take(keys.length());
    }

    /**
     * A whole line as a program reads it, with its end; Ctrl-D ends it without one. Empty if they are not that many.
     *
     * @param most so many keys of a longer line, which then comes in parts
     */
    synchronized Optional<String> takeLine(int most) {
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (i == most) {
                return Optional.of(take(i));
            }
            if (key == '\r' || key == '\n' || key == CTRL_D) {
                String line = take(i + 1).substring(0, i);
                return Optional.of(key == CTRL_D ? line : line + "\n");
            }
        }
        return Optional.empty();
    }

    private String take(int count) {
        String taken = keys.substring(0, count);
        keys.delete(0, count);
        return taken;
    }
}
