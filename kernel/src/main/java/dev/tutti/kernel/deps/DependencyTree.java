package dev.tutti.kernel.deps;

import java.util.List;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** The resolver's graph as our tree. */
final class DependencyTree {

    private DependencyTree() {}

    /** What the root needs. */
    static List<Dependency> of(DependencyNode root) {
        return root.getChildren().stream().map(DependencyTree::node).toList();
    }

    private static Dependency node(DependencyNode node) {
        Coordinates wanted = MavenResolver.coordinates(node.getArtifact());
        Object winner = node.getData().get(ConflictResolver.NODE_DATA_WINNER);
        String chosen =
                winner instanceof DependencyNode other ? other.getArtifact().getVersion() : "";
        return new Dependency(wanted, chosen.equals(wanted.version()) ? "" : chosen, of(node));
    }
}
