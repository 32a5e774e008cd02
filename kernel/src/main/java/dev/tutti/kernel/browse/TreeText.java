package dev.tutti.kernel.browse;

import java.util.List;

/** A tree as lines, down to some depth, for where nobody can open it. */
public final class TreeText {

    private static final int DEPTH = 3;
    private static final int WIDEST_LEVEL = 20;
    private static final int SHOWN = 10;
    private static final String INDENT = "  ";

    private final ObjectTree tree;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private TreeText(ObjectTree tree, int width) {
        this.tree = tree;
        this.width = width;
    }

    /** The lines, each ended. @param width in characters, beyond which a line is cut */
    public static String of(ObjectTree tree, ObjectNode root, int width) throws BrowseException {
        TreeText text = new TreeText(tree, width);
        text.write(root, 0);
        return text.text.toString();
    }

    private void write(ObjectNode node, int depth) throws BrowseException {
        boolean ends = depth == DEPTH && node.canOpen();
        line(INDENT.repeat(depth) + node.label() + (node.isStretch() ? "" : " = " + node.text()));
        if (ends || !node.canOpen() || node.isStretch()) {
            return;
        }
        List<ObjectNode> parts = tree.parts(node);
        int shown = parts.size() <= WIDEST_LEVEL ? parts.size() : SHOWN;
        for (ObjectNode part : parts.subList(0, shown)) {
            write(part, depth + 1);
        }
        if (shown < parts.size()) {
            line(INDENT.repeat(depth + 1) + "… (" + (parts.size() - shown) + " more)");
        }
    }

    private void line(String line) {
        boolean cut = line.length() > width;
        text.append(cut ? line.substring(0, width - 1) + "…" : line).append('\n');
    }
}
