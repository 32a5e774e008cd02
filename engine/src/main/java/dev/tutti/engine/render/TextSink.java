package dev.tutti.engine.render;

import dev.tutti.engine.wire.RenderLimits;

/**
 * Text in the making: breaks lines between tokens where the display's width asks for it, and stops taking where the
 * limits are reached.
 */
final class TextSink {

    private final RenderLimits limits;
    private final StringBuilder text = new StringBuilder();

    /** Brackets that were opened and wait for the first token, from which they are not to be parted. */
    private final StringBuilder glue = new StringBuilder();

    private int column;
    private int lines = 1;
    private int breakIndent = -1;
    private boolean full;
    private boolean marked;
    private boolean abridged;

    TextSink(RenderLimits limits) {
        this.limits = limits;
    }

    RenderLimits limits() {
        return limits;
    }

    /** Whether nothing more is taken. */
    boolean full() {
        return full;
    }

    /** How many characters it still takes. */
    int room() {
        return Math.max(0, limits.characters() - text.length() - glue.length());
    }

    /** Says that the text does not show all of the value. */
    void abridge() {
        abridged = true;
    }

    boolean abridged() {
        return abridged;
    }

    /** Text that stays with the token that follows. */
    void open(String start) {
        glue.append(start);
    }

    /** Text that is not parted from what stands before it. */
    void close(String end) {
        flushGlue();
        put(end);
    }

    /** After this the line may be broken, else there is a blank. */
    void separator(String mark, int indent) {
        close(mark);
        breakIndent = indent;
    }

    /** A line break, whatever the width. */
    void newLine(int count, int indent) {
        flushGlue();
        for (int i = 0; i < count; i++) {
            put("\n");
        }
        put(" ".repeat(indent));
    }

    /** A piece of text that is not broken by us; it may have several lines of its own. */
    void token(String token) {
        if (full) {
            return;
        }
        String whole = glue.isEmpty() ? token : glue.append(token).toString();
        glue.setLength(0);
        if (breakIndent >= 0) {
            // One column is kept for the comma or bracket that follows.
            boolean fits = column + 1 + whole.length() + 1 <= limits.width();
            put(fits ? " " : "\n".concat(" ".repeat(breakIndent)));
            breakIndent = -1;
        }
        put(whole);
    }

    /** A remark of ours that no limit holds back; nothing is taken after it. */
    void mark(String remark) {
        text.append(remark);
        full = true;
        marked = true;
    }

    String text() {
        flushGlue();
        if (full && !marked) {
            text.append(" ... (cut here: the limit is ")
                    .append(limits.characters())
                    .append(" characters in ")
                    .append(limits.lines())
                    .append(" lines; %page shows more)");
        }
        return text.toString();
    }

    private void flushGlue() {
        if (!glue.isEmpty()) {
            token("");
        }
    }

    private void put(String piece) {
        for (int i = 0; i < piece.length() && !full; i++) {
            char c = piece.charAt(i);
            boolean over = text.length() >= limits.characters() || c == '\n' && lines == limits.lines();
            if (over) {
                full = true;
                abridged = true;
                return;
            }
            text.append(c);
            if (c == '\n') {
                lines++;
                column = 0;
            } else {
                column++;
            }
        }
    }
}
