package dev.tutti.shell.line;

import dev.tutti.kernel.browse.BrowseException;
import dev.tutti.kernel.browse.ObjectNode;
import dev.tutti.kernel.browse.ObjectTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;

/**
 * A tree of objects as the lines that are open, one of them chosen. What engines do not tell becomes a note, and the tree
 * stays as it is. Used by the typing thread.
 */
final class TreeList {

    /** So many levels are asked for at most when something is searched that is not open. */
    private static final int SEARCHED = 300;

    private final ObjectTree tree;
    private final List<Branch> roots;
    private List<Branch> lines = List.of();
    private int chosen;
    private String note = "";

    TreeList(ObjectTree tree, List<ObjectNode> roots) {
        this.tree = tree;
        this.roots = roots.stream().map(root -> new Branch(root, null)).toList();
        lines = this.roots;
        if (roots.size() == 1) {
            open();
        }
    }

    List<Branch> lines() {
        return lines;
    }

    int chosen() {
        return chosen;
    }

    /** What is to be said below the tree; mostly nothing. */
    String note() {
        return note;
    }

    void note(String sentence) {
        note = sentence;
    }

    private Branch current() {
        return lines.get(chosen);
    }

    /** Chooses another line, so many further down; it stops at both ends. */
    void move(int down) {
        note = "";
        chosen = Math.clamp((long) chosen + down, 0, lines.size() - 1);
    }

    /** Opens the chosen line; if it is open, goes to the first below it. */
    void open() {
        note = "";
        Branch branch = current();
        if (branch.isOpen() && branch.parts().filter(parts -> !parts.isEmpty()).isPresent()) {
            move(1);
        } else if (branch.node().canOpen() && load(branch)) {
            branch.open(true);
            relist(branch);
        }
    }

    /** Closes the chosen line, so that it is read anew when it is opened again; if it is not open, goes to the one above it in the tree. */
    void close() {
        note = "";
        Branch branch = current();
        if (branch.isOpen()) {
            branch.open(false);
            branch.forgetParts();
            relist(branch);
        } else {
            branch.parent().ifPresent(parent -> chosen = lines.indexOf(parent));
        }
    }

    /** Opens what is closed, closes what is open. */
    void toggle() {
        if (current().isOpen()) {
            close();
        } else {
            open();
        }
    }

    /** What is typed at the prompt to have the chosen object; empty, with a note, if no Java leads to it. */
    Optional<String> expressionOfChosen() {
        Optional<String> expression = tree.expression(current().node());
        if (expression.isEmpty()) {
            note = "No Java leads here: it is private, or has no name that the prompt could know.";
        }
        return expression;
    }

    private boolean load(Branch branch) {
        if (branch.parts().isPresent()) {
            return true;
        }
        try {
            branch.parts(tree.parts(branch.node()));
            return true;
        } catch (BrowseException e) {
            note = e.getMessage();
            return false;
        }
    }

    private void relist(Branch choose) {
        List<Branch> open = new ArrayList<>();
        roots.forEach(root -> list(root, open));
        lines = open;
        chosen = Math.max(0, lines.indexOf(choose));
    }

    private static void list(Branch branch, List<Branch> into) {
        into.add(branch);
        if (branch.isOpen()) {
            branch.parts().ifPresent(parts -> parts.forEach(part -> list(part, into)));
        }
    }

    /** Chooses the next line that shows a text; where none does, looks into what is closed, nearest levels first. */
    void find(String text, int step) {
        note = "";
        String wanted = text.toLowerCase(Locale.ROOT);
        for (int i = 1; i <= lines.size(); i++) {
            int at = Math.floorMod(chosen + i * step, lines.size());
            if (lines.get(at).shows(wanted)) {
                chosen = at;
                return;
            }
        }
        Optional<Branch> hidden = hidden(wanted);
        if (hidden.isPresent()) {
            for (Branch up = hidden.get().parent().orElse(null);
                    up != null;
                    up = up.parent().orElse(null)) {
                up.open(true);
            }
            relist(hidden.get());
        } else if (note.isEmpty()) {
            note = "Nothing in it shows '" + text + "', as far as was looked.";
        }
    }

    private Optional<Branch> hidden(String wanted) {
        Queue<Branch> next = new ArrayDeque<>(roots);
        int asked = 0;
        while (!next.isEmpty()) {
            Branch branch = next.poll();
            if (branch.shows(wanted)) {
                return Optional.of(branch);
            }
            boolean known = branch.parts().isPresent();
            boolean mayAsk = branch.node().canOpen() && asked < SEARCHED;
            if (!known && mayAsk) {
                asked++;
                known = load(branch);
            }
            if (known) {
                next.addAll(branch.parts().orElse(List.of()));
            }
        }
        return Optional.empty();
    }
}
