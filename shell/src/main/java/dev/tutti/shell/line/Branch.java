package dev.tutti.shell.line;

import dev.tutti.kernel.browse.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An object of a tree on the screen, with what is known of what is below it. Used by the typing thread. */
final class Branch {

    private final ObjectNode node;
    private final Branch parent;
    private Optional<List<Branch>> parts = Optional.empty();
    private boolean open;

    /** @param parent null if it is a root */
    Branch(ObjectNode node, Branch parent) {
        this.node = node;
        this.parent = parent;
    }

    ObjectNode node() {
        return node;
    }

    Optional<Branch> parent() {
        return Optional.ofNullable(parent);
    }

    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** Those below; empty while nobody has asked for them. */
    Optional<List<Branch>> parts() {
        return parts;
    }

    void parts(List<ObjectNode> found) {
        parts = Optional.of(found.stream().map(part -> new Branch(part, this)).toList());
    }

    void forgetParts() {
        parts = Optional.empty();
    }

    boolean isOpen() {
        return open;
    }

    void open(boolean now) {
        open = now;
    }

    /** What it is called; a root of an engine by the engine's number too. */
    String label() {
        return parent == null && !node.engine().isLocal() ? "[" + node.engine() + "] " + node.label() : node.label();
    }

    /** Whether what its line shows contains a text, whatever the case. @param text in lower case */
    boolean shows(String text) {
        return (label() + " = " + node.text()).toLowerCase(Locale.ROOT).contains(text);
    }
}
