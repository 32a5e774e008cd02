package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;

/**
 * Where a snippet comes from.
 *
 * @param cell the cell that declared it
 * @param text what JShell was given, with the way back to the cell
 * @param role what it is there for
 */
record SnippetOrigin(CellNumber cell, EditedText text, Role role) {

    enum Role {
        /** An import of the start-up. */
        START_UP,
        /** Typed by the user. */
        USER,
        /** The variable of a cell's result. */
        RESULT
    }

    /** The line in the cell, from 1, of an offset of JShell's text. */
    int line(int offset) {
        int end = text.startInCell(offset);
        String cellText = text.cellText();
        int line = 1;
        for (int i = 0; i < end && i < cellText.length(); i++) {
            if (cellText.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
