package dev.tutti.kernel.cell;

/**
 * Follows Java line by line and knows whether something is open across the line end: a bracket, a comment, a text
 * block. Each line costs only its own length.
 */
final class OpenText {

    private static final int NOTHING = 0;
    private static final int COMMENT = 1;
    private static final int TEXT_BLOCK = 2;

    private int depth;
    private int inside = NOTHING;

    /** Takes the next line, given without its line end. */
    void add(String line) {
        int from = switch (inside) {
            case COMMENT -> afterComment(line);
            case TEXT_BLOCK -> afterTextBlock(line);
            default -> 0;
        };
        RawScanner scanner = new RawScanner(line, from);
        while (scanner.hasNext()) {
            Token token = scanner.next();
            switch (token.kind()) {
                case OPEN_BRACKET -> depth++;
                case CLOSE_BRACKET -> depth = Math.max(0, depth - 1);
                case BLOCK_COMMENT, JAVADOC -> inside = token.closed() ? NOTHING : COMMENT;
                case TEXT_BLOCK -> inside = token.closed() ? NOTHING : TEXT_BLOCK;
                default -> {}
            }
        }
    }

    /** Whether Java cannot end here. */
    boolean isOpen() {
        return depth > 0 || inside != NOTHING;
    }

    private int afterComment(String line) {
        int close = line.indexOf("*/");
        if (close < 0) {
            return line.length();
        }
        inside = NOTHING;
        return close + 2;
    }

    private int afterTextBlock(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.startsWith("\"\"\"", i)) {
                inside = NOTHING;
                return i + 3;
            }
        }
        return line.length();
    }
}
