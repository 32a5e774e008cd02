package dev.tutti.kernel.decompile;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CFR. It is a program of its own, from class files to files of Java, so nothing of ours is compiled against it; its classes
 * go with the loader that each call makes. A call takes some 0.5 s. Any thread.
 */
public final class Decompiler {

    /** What it is in repositories. */
    public static final String COORDINATES = "org.benf:cfr:0.152";

    private static final String MAIN = "org.benf.cfr.reader.Main";

    /** What CFR would make of byte code that says more to those who want to know what the compiler did. */
    private static final List<String> SUGAR = List.of(
            "arrayiter",
            "collectioniter",
            "decodeenumswitch",
            "decodefinally",
            "decodelambdas",
            "decodestringswitch",
            "hidebridgemethods",
            "instanceofpattern",
            "recordtypes",
            "removeinnerclasssynthetics",
            "sealed",
            "sugarasserts",
            "sugarboxing",
            "sugarenums",
            "switchexpression",
            "tryresources");

    private static final List<String> NOISE =
            List.of("comments", "showversion", "hideutf", "skipbatchinnerclasses", "previewfeatures");

    private final List<Path> jars;

    /** @param jars CFR, with what it needs */
    public Decompiler(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /**
     * The Java that class files of a session came from, as the compiler had simplified it, in the order of the class names:
     * a lambda stays a method, a switch over texts its two switches, a loop over a list its iterator.
     *
     * @param classes class files of a session; those of nested types appear in the ones around them
     * @param classPath where the types are that they use
     * @throws DecompilerException if CFR cannot be run
     */
    public String simplified(List<byte[]> classes, List<Path> classPath) throws DecompilerException {
        return ReadableJava.of(java(classes, classPath, false));
    }

    /**
     * A file of Java that class files of a library may have come from, without comments, and with names made up for
     * variables if they have none.
     *
     * @param classes the class files of one outermost type
     * @param classPath where the types are that they use
     * @throws DecompilerException if CFR cannot be run
     */
    public String source(List<byte[]> classes, List<Path> classPath) throws DecompilerException {
        return java(classes, classPath, true);
    }

    private String java(List<byte[]> classes, List<Path> classPath, boolean sugared) throws DecompilerException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("tutti-decompile");
            List<Path> outermost = write(classes, folder.resolve("classes"));
            Path sources = folder.resolve("sources");
            run(arguments(outermost, sources, classPath, sugared));
            return read(sources);
        } catch (IOException e) {
            throw new DecompilerException("The class files could not be written for the decompiler: " + e + ".", e);
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    /** Writes class files; answers those that no other one of them is around. */
    private static List<Path> write(List<byte[]> classes, Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (byte[] bytes : classes) {
            String name = ClassFile.of().parse(bytes).thisClass().asInternalName();
            Path file = folder.resolve(name + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            files.put(name, file);
        }
        return files.entrySet().stream()
                .filter(one ->
                        files.keySet().stream().noneMatch(other -> one.getKey().startsWith(other + "$")))
                .map(SortedMap.Entry::getValue)
                .toList();
    }

    private static List<String> arguments(List<Path> files, Path sources, List<Path> classPath, boolean sugared) {
        List<String> arguments = new ArrayList<>();
        files.forEach(file -> arguments.add(file.toString()));
        arguments.addAll(List.of("--outputdir", sources.toString(), "--silent", "true"));
        if (!classPath.isEmpty()) {
            arguments.add("--extraclasspath");
            arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        Stream.concat(sugared ? Stream.of() : SUGAR.stream(), NOISE.stream()).forEach(option -> {
            arguments.add("--" + option);
            arguments.add("false");
        });
        return arguments;
    }

    private void run(List<String> arguments) throws IOException, DecompilerException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader("decompiler", urls, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(MAIN).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw new DecompilerException("The decompiler failed on this: " + e.getCause() + ".", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new DecompilerException("These jars have no decompiler that can be run: " + jars + ".", e);
        }
    }

    private static String read(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException _) {
            // Some files more in the folder for temporary ones.
        }
    }
}
