package dev.tutti.kernel.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The sources that come with the JDK, {@code lib/src.zip}, and those that lie beside jars of the class path as Maven names
 * them, {@code a-1.0-sources.jar} for {@code a-1.0.jar}. Used by the analysis thread only.
 */
final class SourceArchives implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SourceArchives.class.getName());

    private final Path archive;
    private ZipFile open;
    private String parsedName = "";
    private Optional<SourceTrees> parsed = Optional.empty();

    SourceArchives(Path javaHome) {
        this.archive = javaHome.resolve("lib").resolve("src.zip");
    }

    /** The source of a type or of members of it. */
    Optional<String> source(SourcePlace place) {
        return trees(place).flatMap(place::in);
    }

    /** The comments of a type or of members of it; none if the source is not there. */
    List<ElementComment> comments(SourcePlace place) {
        return trees(place).map(place::commentsIn).orElse(List.of());
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

    private Optional<SourceTrees> trees(SourcePlace place) {
        String file = place.path() + ".java";
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
