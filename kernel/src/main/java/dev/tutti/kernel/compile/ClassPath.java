package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The jars and folders that cells may use; it only grows. Any thread reads, the compiling one adds.
 *
 * <p>Its class loader is for questions: who extends whom, what can be called. It never initialises a class.
 */
final class ClassPath {

    /** A class loader that grows. */
    private static final class Loader extends URLClassLoader {

        static {
            registerAsParallelCapable();
        }

        Loader() {
            super(new URL[0], ClassLoader.getPlatformClassLoader());
        }

        void add(Path entry) {
            try {
                addURL(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("The class path has an entry that is no file: " + entry, e);
            }
        }
    }

    private final Loader loader = new Loader();
    private volatile List<Path> entries = List.of();

    ClassPath(List<Path> entries) {
        add(entries);
    }

    /** Adds what is not there yet. @return what was added */
    List<Path> add(List<Path> more) {
        LinkedHashSet<Path> all = new LinkedHashSet<>(entries);
        List<Path> added = new ArrayList<>();
        for (Path entry : more) {
            if (all.add(entry.toAbsolutePath().normalize())) {
                loader.add(entry.toAbsolutePath().normalize());
                added.add(entry.toAbsolutePath().normalize());
            }
        }
        entries = List.copyOf(all);
        return added;
    }

    List<Path> entries() {
        return entries;
    }

    /** As javac takes it. */
    String text() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    ClassLoader loader() {
        return loader;
    }

    /** A class of it, for an engine that cannot read the files. */
    Optional<ClassFile> classFile(String name) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(new ClassFile(name, in.readAllBytes()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
