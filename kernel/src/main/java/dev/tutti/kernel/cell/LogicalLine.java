package dev.tutti.kernel.cell;

/**
 * What follows a magic's name or an exclamation mark, up to the end of its line or of the lines that continue it.
 *
 * @param text the characters in between; a backslash that continues a line, and its line end, are blanks, so that
 *     offsets stay exact
 * @param end where the line ends in the cell's text, before the line end
 */
record LogicalLine(String text, int end) {

    /** A line that goes on only after a backslash. */
    static LogicalLine plain(String cell, int from) {
        StringBuilder text = new StringBuilder();
        int start = from;
        int end = Lines.end(cell, from);
        while (end < cell.length() && end > start && cell.charAt(end - 1) == '\\') {
            int next = Lines.next(cell, end);
            text.append(cell, start, end - 1).append(" ".repeat(next - end + 1));
            start = next;
            end = Lines.end(cell, next);
        }
        return new LogicalLine(text.append(cell, start, end).toString(), end);
    }

    /** A line that goes on after a backslash and while brackets, comments or text blocks are open. */
    static LogicalLine code(String cell, int from) {
        StringBuilder text = new StringBuilder();
        RawScanner scanner = new RawScanner(cell, from);
        int depth = 0;
        boolean continued = false;
        int end = from;
        while (scanner.hasNext()) {
            Token token = scanner.next();
            int lineEnd = Lines.end(cell, token.start());
            boolean endsLine = token.kind() == TokenKind.WHITESPACE && lineEnd < token.end();
            if (endsLine && depth == 0 && !continued) {
                return new LogicalLine(text.append(cell, token.start(), lineEnd).toString(), lineEnd);
            }
            depth = token.depthAfter(depth);
            if (endsLine && continued) {
                int secondLine = Lines.next(cell, lineEnd);
                int secondEnd = Lines.end(cell, secondLine);
                text.append(" ".repeat(secondLine - token.start()));
                if (secondEnd < token.end() && depth == 0) {
                    return new LogicalLine(
                            text.append(cell, secondLine, secondEnd).toString(), secondEnd);
                }
                text.append(cell, secondLine, token.end());
            } else {
                text.append(cell, token.start(), token.end());
            }
            continued = token.is(cell, '\\') && Lines.end(cell, token.end()) == token.end();
            if (continued && token.end() < cell.length()) {
                text.setCharAt(text.length() - 1, ' ');
            }
            end = token.end();
        }
        return new LogicalLine(text.toString(), end);
    }
}
