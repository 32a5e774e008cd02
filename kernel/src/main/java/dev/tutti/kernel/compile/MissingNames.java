package dev.tutti.kernel.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a name may come from that nothing declares: a class of the JDK or the class path to import, a static method, or a
 * library that many use. Looked for when a cell does not compile, so it keeps nothing.
 */
final class MissingNames {

    private static final int MOST = 3;

    /** Whose static methods people write without the class. */
    private static final List<Class<?>> STATIC = List.of(
            Math.class, Objects.class, Collections.class, Arrays.class, Collectors.class, Thread.class, List.class);

    private final List<Path> classPath;

    MissingNames(List<Path> classPath) {
        this.classPath = classPath;
    }

    /** A sentence with the import or dependency that brings a type; empty if none is known. */
    String hintForType(String name) {
        if (!Character.isUpperCase(name.charAt(0))) {
            return "";
        }
        List<String> found = new ArrayList<>(inClassPath(name));
        found.addAll(inPlatform(name));
        List<String> best =
                found.stream().distinct().sorted(order()).limit(MOST).toList();
        if (best.size() == 1) {
            return "There is " + best.getFirst() + ": import " + best.getFirst() + ";";
        }
        if (!best.isEmpty()) {
            return "Import the one that you mean: " + String.join(", ", best) + ".";
        }
        return library(entry -> entry.types().contains(name));
    }

    /** A sentence about the library of a package that does not exist. */
    String hintForPackage(String name) {
        return library(entry -> name.equals(entry.pack()) || name.startsWith(entry.pack() + "."));
    }

    /** A sentence with the class whose static method has this name. */
    String hintForMethod(String name) {
        List<String> classes = STATIC.stream()
                .filter(type -> Arrays.stream(type.getMethods())
                        .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                                && method.getName().equals(name)))
                .map(Class::getSimpleName)
                .limit(MOST)
                .toList();
        return classes.isEmpty()
                ? ""
                : "There is " + classes.stream().map(type -> type + "." + name).collect(Collectors.joining(", ")) + ".";
    }

    /** java before javax before others, then the shorter name. */
    private static Comparator<String> order() {
        return Comparator.comparingInt((String name) -> name.startsWith("java.util.") || name.startsWith("java.nio.")
                        ? 0
                        : name.startsWith("java.") ? 1 : name.startsWith("javax.") ? 2 : 3)
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder());
    }

    /** The packages are few enough to ask each for a class of the name. */
    private static List<String> inPlatform(String name) {
        FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        return ModuleFinder.ofSystem().findAll().stream()
                .map(module -> module.descriptor())
                .filter(module -> module.name().startsWith("java."))
                .flatMap(module -> module.exports().stream()
                        .filter(exported -> !exported.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .filter(pack -> Files.exists(
                                runtime.getPath("modules", module.name(), pack.replace('.', '/'), name + ".class")))
                        .map(pack -> pack + "." + name))
                .toList();
    }

    private List<String> inClassPath(String name) {
        List<String> found = new ArrayList<>();
        for (Path entry : classPath) {
            try {
                found.addAll(Files.isDirectory(entry) ? inFolder(entry, name) : inJar(entry, name));
            } catch (IOException | UncheckedIOException _) {
                // A jar that cannot be read offers no names.
            }
        }
        return found.stream()
                .filter(type -> !type.startsWith("dev.tutti.") || type.startsWith("dev.tutti.client."))
                .toList();
    }

    private static List<String> inFolder(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name + ".class"))
                    .map(file -> folder.relativize(file).toString().replaceFirst("\\.class$", ""))
                    .map(type -> type.replace(folder.getFileSystem().getSeparator(), "."))
                    .toList();
        }
    }

    private static List<String> inJar(Path jar, String name) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return List.of();
        }
        String end = "/" + name + ".class";
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.endsWith(end) && !entry.startsWith("META-INF/"))
                    .map(entry -> entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'))
                    .toList();
        }
    }

    /** A library that many use. */
    private record Library(String coordinates, String pack, List<String> types) {
        static Library parse(String line) {
            String[] cells = line.split("\\s+", 3);
            return new Library(cells[0], cells[1], cells.length < 3 ? List.of() : List.of(cells[2].split("\\s+")));
        }
    }

    private static String library(java.util.function.Predicate<Library> fits) {
        Optional<Library> library = libraries().stream().filter(fits).findFirst();
        return library.map(found -> "It may be that of " + found.coordinates() + ": %deps add " + found.coordinates())
                .orElse("");
    }

    private static List<Library> libraries() {
        try (InputStream list = MissingNames.class.getResourceAsStream("libraries.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Library::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of libraries cannot be read from the kernel's jar.", e);
        }
    }
}
