package dev.tutti.kernel.deps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What wishes come to.
 *
 * @param files the artifacts, what was wished first, in the order of a class path
 * @param tree who needs whom; its roots are what was wished
 */
public record Resolution(List<Artifact> files, List<Dependency> tree) {

    /** Nothing. */
    public static final Resolution NONE = new Resolution(List.of(), List.of());

    public Resolution {
        files = List.copyOf(files);
        tree = List.copyOf(tree);
    }

    /**
     * An artifact that is there.
     *
     * @param file in the local repository
     */
    public record Artifact(Coordinates coordinates, Path file) {}

    /**
     * A module that several want in different versions.
     *
     * @param module group and artifact
     * @param chosen the version that is there
     * @param losers those that are not
     */
    public record Conflict(String module, String chosen, SortedSet<String> losers) {}

    /** The modules that are wanted in several versions, in the order of the tree. */
    public List<Conflict> conflicts() {
        Map<String, Conflict> found = new LinkedHashMap<>();
        collect(tree, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(List<Dependency> nodes, Map<String, Conflict> found) {
        for (Dependency node : nodes) {
            if (!node.instead().isEmpty()) {
                found.computeIfAbsent(
                                node.coordinates().module(), key -> new Conflict(key, node.instead(), new TreeSet<>()))
                        .losers()
                        .add(node.coordinates().version());
            }
            collect(node.needs(), found);
        }
    }
}
