package dev.tutti.shell.line;

import org.jline.reader.Buffer;

/**
 * The text being typed, with offsets in characters as everywhere outside of JLine, whose buffer counts code points.
 * Used by the typing thread.
 */
final class CellBuffer {

    private final Buffer buffer;

    CellBuffer(Buffer buffer) {
        this.buffer = buffer;
    }

    String text() {
        return buffer.toString();
    }

    int cursor() {
        return buffer.upToCursor().length();
    }

    boolean isAtEnd() {
        return buffer.cursor() == buffer.length();
    }

    /** Inserts at the cursor, which then stands behind it. */
    void insert(String text) {
        buffer.write(text);
    }

    /** Replaces a part; the cursor then stands behind the new one. */
    void replace(int start, int end, String text) {
        String old = text();
        buffer.cursor(old.codePointCount(0, end));
        buffer.backspace(old.codePointCount(start, end));
        buffer.write(text);
    }

    /** Puts an import in front of the cell, behind the line of a cell magic; the cursor stays where it is in the text. */
    void addImport(String type) {
        String line = "import " + type + ";\n";
        String text = text();
        if (type.isEmpty() || text.contains(line)) {
            return;
        }
        boolean cellMagic = text.stripLeading().startsWith("%%");
        int at = cellMagic ? text.indexOf('\n', text.indexOf("%%")) + 1 : 0;
        if (cellMagic && at == 0) {
            return; // its only line is the magic's
        }
        int cursor = cursor();
        replace(at, at, line);
        moveTo(cursor + line.length());
    }

    /** Replaces everything; the cursor then stands at the end. */
    void become(String text) {
        buffer.clear();
        buffer.write(text);
    }

    void moveTo(int offset) {
        buffer.cursor(text().codePointCount(0, offset));
    }

    void moveToEnd() {
        buffer.cursor(buffer.length());
    }

    boolean up() {
        return buffer.up();
    }

    boolean down() {
        return buffer.down();
    }
}
