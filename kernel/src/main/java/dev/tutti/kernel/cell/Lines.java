package dev.tutti.kernel.cell;

/** Where lines begin and end; {@code \n}, {@code \r\n} and {@code \r} end one. */
final class Lines {

    private Lines() {}

    /** Where the line ends that holds an offset, before its line end. */
    static int end(String text, int offset) {
        int i = offset;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** Where the next line begins, given where one ends. */
    static int next(String text, int end) {
        if (end >= text.length()) {
            return end;
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** The first offset from here on that is no blank or tab. */
    static int afterBlanks(String text, int offset) {
        int i = offset;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Whether a line begins here. */
    static boolean beginsAt(String text, int offset) {
        return offset == 0 || text.charAt(offset - 1) == '\n' || text.charAt(offset - 1) == '\r';
    }
}
