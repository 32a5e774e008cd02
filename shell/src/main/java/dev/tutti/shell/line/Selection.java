package dev.tutti.shell.line;

/**
 * The part of the text that was selected with Shift: what lies between the cursor and where it stood before. Any change
 * of the text ends it. Used by the typing thread.
 */
final class Selection {

    private static final int NONE = -1;

    private final CellBuffer buffer;
    private int anchor = NONE;

    Selection(CellBuffer buffer) {
        this.buffer = buffer;
    }

    /** Whether anything is selected. */
    boolean isActive() {
        return anchor != NONE && anchor != buffer.cursor();
    }

    /** Whether the part lies in more than one line. */
    boolean hasSeveralLines() {
        return isActive() && text().indexOf('\n') >= 0;
    }

    /** The offset where the part begins. */
    int start() {
        return Math.min(anchor, buffer.cursor());
    }

    /** The offset behind the part. */
    int end() {
        return Math.max(anchor, buffer.cursor());
    }

    String text() {
        return buffer.text().substring(start(), end());
    }

    /** What the cursor moves over from here on is selected. */
    void begin() {
        if (!isActive()) {
            anchor = buffer.cursor();
        }
    }

    void clear() {
        anchor = NONE;
    }

    /** Removes the part from the text. */
    void delete() {
        buffer.replace(start(), end(), "");
        clear();
    }

    /** Moves the lines of the part to the right, but for those without text; they are selected as a whole then. */
    void indent() {
        changeLines(line -> line.isBlank() ? line : Indentation.STEP + line);
    }

    /** Moves the lines of the part to the left, as far as they have blanks to give; they are selected as a whole then. */
    void dedent() {
        changeLines(line -> line.substring(blanksToGive(line)));
    }

    private interface LineChange {
        String of(String line);
    }

    private void changeLines(LineChange change) {
        String text = buffer.text();
        int start = Indentation.lineStart(text, start());
        int last = end() > start() && text.charAt(end() - 1) == '\n' ? end() - 1 : end();
        int end = Indentation.lineEnd(text, last);
        StringBuilder changed = new StringBuilder();
        for (String line : text.substring(start, end).split("\n", -1)) {
            changed.append(changed.isEmpty() ? "" : "\n").append(change.of(line));
        }
        buffer.replace(start, end, changed.toString());
        anchor = start;
    }

    private static int blanksToGive(String line) {
        if (line.startsWith("\t")) {
            return 1;
        }
        int blanks = 0;
        while (blanks < Math.min(line.length(), Indentation.STEP.length()) && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }
}
