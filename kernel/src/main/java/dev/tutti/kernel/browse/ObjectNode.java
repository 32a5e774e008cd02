package dev.tutti.kernel.browse;

import dev.tutti.engine.wire.EngineId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An object in the tree, or a stretch of the parts of one that has very many.
 *
 * @param engine where it is
 * @param label what it is called among its siblings
 * @param text the object in a line; empty for a stretch
 * @param stretch which of the object's parts are meant: all of them, but for a stretch
 * @param place where it is in the graph
 */
public record ObjectNode(EngineId engine, String label, String text, Stretch stretch, Place place) {

    /**
     * Parts beside each other.
     *
     * @param first the place of the first among all parts of the object
     * @param count how many
     */
    public record Stretch(int first, int count) {}

    /**
     * @param parts which parts lead here from the root, each by its place among its siblings
     * @param java what in Java leads here
     */
    record Place(List<Integer> parts, JavaPath java) {
        Place {
            parts = List.copyOf(parts);
        }
    }

    public ObjectNode {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(stretch, "stretch");
        Objects.requireNonNull(place, "place");
    }

    /** Whether there is anything below it. */
    public boolean canOpen() {
        return stretch.count() > 0;
    }

    /** Whether it is a stretch of another's parts, not an object. */
    public boolean isStretch() {
        return text.isEmpty();
    }

    /** The way to it as one would like to write it; empty if no Java leads to it. */
    public Optional<String> way() {
        return isStretch() ? Optional.empty() : place.java().brief().map(java -> at(engine, java));
    }

    /** Java as it is typed at the prompt to run where the object is. */
    static String at(EngineId engine, String java) {
        return engine.isLocal() ? java : "%px -t " + engine + " " + java;
    }
}
