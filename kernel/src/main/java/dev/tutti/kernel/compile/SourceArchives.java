package dev.tutti.kernel.compile;

import com.sun.source.tree.ClassTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The sources that come with the JDK, {@code lib/src.zip}, and those that lie beside jars of the class path as Maven names
 * them, {@code a-1.0-sources.jar} for {@code a-1.0.jar}. Used by the analysis thread only.
 */
final class SourceArchives implements AutoCloseable {

    /**
     * Where a type is from.
     *
     * @param module empty for the class path
     * @param origin the jar or folder of the class path; empty for the JDK
     */
    record Place(String module, Optional<Path> origin) {}

    private static final System.Logger LOG = System.getLogger(SourceArchives.class.getName());

    private final Path archive;
    private ZipFile open;
    private String parsedName = "";
    private Optional<SourceTrees> parsed = Optional.empty();

    SourceArchives(Path javaHome) {
        this.archive = javaHome.resolve("lib").resolve("src.zip");
    }

    /** The source of a type. */
    Optional<String> type(Place place, TypeElement type) {
        return trees(place, type).flatMap(trees -> tree(trees, type).map(trees::text));
    }

    /** The sources of all members of a name that a type declares itself. */
    Optional<String> members(Place place, TypeElement type, String name) {
        return trees(place, type)
                .flatMap(trees -> tree(trees, type)
                        .map(tree -> trees.members(tree, name).stream()
                                .map(trees::text)
                                .collect(Collectors.joining("\n\n"))))
                .filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                LOG.log(System.Logger.Level.DEBUG, "The JDK's sources could not be closed: " + archive, failure);
            }
            open = null;
        }
    }

    private static Optional<ClassTree> tree(SourceTrees trees, TypeElement type) {
        List<String> names = new ArrayList<>();
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            names.addFirst(element.getSimpleName().toString());
        }
        return trees.type(names);
    }

    private Optional<SourceTrees> trees(Place place, TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        String file = outermost.toString().replace('.', '/') + ".java";
        String name = place.module() + "/" + file;
        if (!name.equals(parsedName) || parsed.isEmpty()) {
            parsed = (place.origin().isPresent() ? besides(place.origin().get(), file) : ofJdk(name))
                    .map(SourceTrees::parse);
            parsedName = name;
        }
        return parsed;
    }

    private static Optional<String> besides(Path jar, String file) {
        String name = jar.getFileName().toString();
        Path sources = jar.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar"));
        if (!name.endsWith(".jar") || !Files.isReadable(sources)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(sources.toFile())) {
            return read(zip, file);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "The sources could not be read: " + sources, failure);
            return Optional.empty();
        }
    }

    private Optional<String> ofJdk(String name) {
        try {
            if (open == null) {
                if (!Files.isReadable(archive)) {
                    return Optional.empty();
                }
                open = new ZipFile(archive.toFile());
            }
            return read(open, name);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "The JDK's sources could not be read: " + archive, failure);
            return Optional.empty();
        }
    }

    private static Optional<String> read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
