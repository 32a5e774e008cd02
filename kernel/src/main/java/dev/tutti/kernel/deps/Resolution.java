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

    /** The same where artifacts are there in these versions. @param present by coordinates without their version */
    public Resolution withVersionsOf(Map<Coordinates, Artifact> present) {
        List<Artifact> there = files.stream()
                .map(file -> present.getOrDefault(file.coordinates().withVersion(""), file))
                .toList();
        return new Resolution(there, withVersionsOf(tree, present));
    }

    private static List<Dependency> withVersionsOf(List<Dependency> nodes, Map<Coordinates, Artifact> present) {
        return nodes.stream()
                .map(node -> {
                    Artifact there = present.get(node.coordinates().withVersion(""));
                    boolean other = there != null && !there.coordinates().equals(node.coordinates());
                    return new Dependency(
                            node.coordinates(),
                            other ? there.coordinates().version() : node.instead(),
                            withVersionsOf(node.needs(), present));
                })
                .toList();
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
