package dev.tutti.shell.line;

import dev.tutti.kernel.cell.PastedPrompts;

/** What a paste inserts. Pure. */
final class PastedText {

    private PastedText() {}

    /**
     * The text with plain line ends, without prompts and results of a transcript, without control characters that would
     * move the cursor, and without the line end at its end, so that the cursor stands behind the last word and Enter
     * runs the cell.
     */
    static String clean(String pasted) {
        String lines = pasted.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder printable = new StringBuilder(lines.length());
        lines.chars().filter(PastedText::isKept).forEach(c -> printable.append((char) c));
        String text = PastedPrompts.strip(printable.toString());
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isKept(int c) {
        return c == '\n' || c == '\t' || !Character.isISOControl(c);
    }
}
