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

/** The sources that come with the JDK, {@code lib/src.zip}. Used by the analysis thread only. */
final class JdkSources implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JdkSources.class.getName());

    private final Path archive;
    private ZipFile open;
    private String parsedName = "";
    private Optional<SourceTrees> parsed = Optional.empty();

    JdkSources(Path javaHome) {
        this.archive = javaHome.resolve("lib").resolve("src.zip");
    }

    /** The source of a type. */
    Optional<String> type(String module, TypeElement type) {
        return trees(module, type).flatMap(trees -> tree(trees, type).map(trees::text));
    }

    /** The sources of all members of a name that a type declares itself. */
    Optional<String> members(String module, TypeElement type, String name) {
        return trees(module, type)
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

    private Optional<SourceTrees> trees(String module, TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        String name = module + "/" + outermost.toString().replace('.', '/') + ".java";
        if (!name.equals(parsedName)) {
            parsed = read(name).map(SourceTrees::parse);
            parsedName = name;
        }
        return parsed;
    }

    private Optional<String> read(String name) {
        try {
            if (open == null) {
                if (!Files.isReadable(archive)) {
                    return Optional.empty();
                }
                open = new ZipFile(archive.toFile());
            }
            ZipEntry entry = open.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = open.getInputStream(entry)) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "The JDK's sources could not be read: " + archive, failure);
            return Optional.empty();
        }
    }
}
