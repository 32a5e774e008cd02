package dev.tutti.kernel.compile;

import com.sun.source.tree.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type of the JDK or the class path, or members of one name that it declares itself: what a source file would be looked
 * through for. Pure, any thread.
 *
 * @param module the module that the type is in; empty for the class path
 * @param origin the jar or folder of the class path that has the type; empty for the JDK
 * @param nesting the outermost type's full name, then the simple names of those inside, down to the type
 * @param member the name of the members; empty for the type itself
 */
public record SourcePlace(String module, Optional<Path> origin, List<String> nesting, Optional<String> member) {

    public SourcePlace {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(origin, "origin");
        nesting = List.copyOf(nesting);
        Objects.requireNonNull(member, "member");
    }

    /** The full name of the type that its source file is named after. */
    public String outermost() {
        return nesting.getFirst();
    }

    /** The outermost type as a path: {@code java/util/Map}. */
    public String path() {
        return outermost().replace('.', '/');
    }

    /**
     * What it is in a source file.
     *
     * @param source the text of the file
     * @return empty if the file does not have it
     */
    public Optional<String> in(String source) {
        return in(SourceTrees.parse(source));
    }

    Optional<String> in(SourceTrees trees) {
        List<? extends Tree> found = find(trees);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().map(trees::text).collect(Collectors.joining("\n\n")));
    }

    /** The comments of what it is in a source file, one of each overload. */
    List<ElementComment> commentsIn(SourceTrees trees) {
        return find(trees).stream().map(trees::comment).toList();
    }

    private List<? extends Tree> find(SourceTrees trees) {
        return trees.type(simpleNames())
                .map(type -> member.isPresent() ? trees.members(type, member.get()) : List.of(type))
                .orElse(List.of());
    }

    private List<String> simpleNames() {
        List<String> names = new ArrayList<>(nesting);
        names.set(0, outermost().substring(outermost().lastIndexOf('.') + 1));
        return names;
    }
}
