package dev.tutti.shell.help;

import java.util.ArrayList;
import java.util.List;

/**
 * A documentation comment, cut at its block tags.
 *
 * @param body the text before the first block tag
 * @param blocks the block tags in their order
 */
record JavadocComment(String body, List<Block> blocks) {

    /**
     * A block tag.
     *
     * @param tag without {@code @}
     * @param text what follows the tag, up to the next one
     */
    record Block(String tag, String text) {}

    /** Cuts a comment. A tag begins a line and stands in no inline tag. */
    static JavadocComment of(String comment) {
        StringBuilder body = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        int depth = 0;
        for (String line : comment.lines().toList()) {
            String stripped = line.strip();
            if (depth == 0 && isBlockTag(stripped)) {
                int end = 1;
                while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
                    end++;
                }
                blocks.add(new Block(
                        stripped.substring(1, end), stripped.substring(end).strip()));
            } else if (blocks.isEmpty()) {
                body.append(line).append('\n');
            } else {
                Block last = blocks.removeLast();
                blocks.add(new Block(last.tag(), last.text() + "\n" + line));
            }
            depth = Math.max(0, depth + openedIn(line, depth));
        }
        return new JavadocComment(body.toString(), blocks);
    }

    private static boolean isBlockTag(String line) {
        return line.length() > 1 && line.charAt(0) == '@' && Character.isLowerCase(line.charAt(1));
    }

    /** How many braces of inline tags more are open after the line than before it. */
    private static int openedIn(String line, int depth) {
        int opened = 0;
        for (int i = 0; i < line.length(); i++) {
            boolean insideTag = depth + opened > 0;
            if (line.charAt(i) == '{' && (insideTag || line.startsWith("{@", i))) {
                opened++;
            } else if (line.charAt(i) == '}' && insideTag) {
                opened--;
            }
        }
        return opened;
    }
}
