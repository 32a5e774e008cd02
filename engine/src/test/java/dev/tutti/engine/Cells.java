package dev.tutti.engine;

import dev.tutti.engine.wire.ClassFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles wrapper classes as a kernel would, and weaves them. Later wrappers see earlier ones. */
final class Cells {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static final String IMPORTS = """
        package REPL;
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.concurrent.locks.*;
        import java.util.function.*;
        import java.util.stream.*;
        import static dev.tutti.client.Here.*;
        """;

    private final Path classes;

    Cells(Path classes) {
        this.classes = classes;
    }

    /** The woven class files of a wrapper with these members, named {@code REPL.$JShell$<number>}. */
    List<ClassFile> wrapper(int number, String members) {
        List<ClassFile> woven = new ArrayList<>();
        for (ClassFile plain : unwoven(number, members)) {
            woven.addAll(Weaver.weave(plain));
        }
        return woven;
    }

    /** The class files as javac makes them. */
    List<ClassFile> unwoven(int number, String members) {
        String name = "$JShell$" + number;
        String source = IMPORTS + "public class " + name + " {\n" + members + "\n}\n";
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///REPL/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        String path = classes + ":" + System.getProperty("java.class.path");
        List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none", "-nowarn");
        StringBuilder complaints = new StringBuilder();
        boolean compiled = COMPILER.getTask(
                        null, null, message -> complaints.append(message), options, null, List.of(file))
                .call();
        if (!compiled) {
            throw new AssertionError(complaints + "\n" + source);
        }
        return read(name);
    }

    private List<ClassFile> read(String wrapper) {
        try (Stream<Path> files = Files.list(classes.resolve("REPL"))) {
            List<ClassFile> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String simple = file.getFileName().toString().replace(".class", "");
                if (simple.equals(wrapper) || simple.startsWith(wrapper + "$")) {
                    found.add(new ClassFile("REPL." + simple, Files.readAllBytes(file)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
