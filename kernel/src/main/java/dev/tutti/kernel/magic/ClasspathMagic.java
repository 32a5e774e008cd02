package dev.tutti.kernel.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %classpath}: the jars and folders that cells may use. */
@Command(
        name = "classpath",
        customSynopsis = {"%%classpath", "%%classpath add PATH..."},
        description = {
            "Shows the jars and folders that cells may use, or adds some: here and at all engines.",
            "Nothing is lost: variables, results and declarations stay."
        })
final class ClasspathMagic implements Magic.Action {

    /** What can be done. */
    enum Verb {
        add
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "add")
    private Verb verb;

    @Parameters(index = "1..*", paramLabel = "PATH", description = "a jar, a folder of classes, or dir/*.jar")
    private List<String> paths = List.of();

    @Override
    public void run(MagicContext context) throws MagicException {
        if (verb == null) {
            List<Path> entries = context.libraries().classPath();
            context.print(
                    entries.isEmpty()
                            ? "The class path is empty. %classpath add PATH or %deps add group:artifact:version fills"
                                    + " it."
                            : entries.stream().map(Path::toString).collect(Collectors.joining("\n")));
            return;
        }
        if (paths.isEmpty()) {
            throw new MagicException("%classpath add needs a jar or a folder: %classpath add target/classes");
        }
        List<Path> wanted = new ArrayList<>();
        for (String path : paths) {
            wanted.addAll(found(path));
        }
        List<Path> added = context.libraries().add(wanted);
        context.print(
                added.isEmpty()
                        ? "All of it is on the class path already."
                        : "Added " + added.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
        LibraryStart.take(added, context);
    }

    private static List<Path> found(String text) throws MagicException {
        try {
            String path = text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
            int slash = path.lastIndexOf('/');
            if (path.indexOf('*') > slash) {
                return jars(Path.of(path.substring(0, slash + 1)), path.substring(slash + 1));
            }
            Path one = Path.of(path);
            if (!Files.exists(one)) {
                throw new MagicException("There is no file " + text + " (looked for in "
                        + Path.of("").toAbsolutePath() + ").");
            }
            if (!Files.isReadable(one)) {
                throw new MagicException("The file " + text + " may not be read by you.");
            }
            if (!Files.isDirectory(one) && !path.matches(".*\\.(jar|zip)")) {
                throw new MagicException("The file " + text + " is neither a jar nor a folder of classes.");
            }
            return List.of(one);
        } catch (InvalidPathException e) {
            throw new MagicException("'" + text + "' is no path: " + e.getReason() + ".");
        }
    }

    private static List<Path> jars(Path folder, String pattern) throws MagicException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                if (file.toString().endsWith(".jar")) {
                    jars.add(file);
                }
            }
        } catch (IOException e) {
            throw new MagicException("The folder " + folder + " cannot be read.");
        }
        if (jars.isEmpty()) {
            throw new MagicException("There is no jar " + pattern + " in " + folder.toAbsolutePath() + ".");
        }
        jars.sort(null);
        return jars;
    }
}
