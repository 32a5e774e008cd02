package dev.tutti.engine.codec;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes of a session, compiled as at the prompt, for any number of loaders that each define them anew. */
final class PromptClasses {

    private final Path folder;

    PromptClasses(Path folder) {
        this.folder = folder;
    }

    /** Compiles {@code REPL.$JShell$<number>} with these members. */
    PromptClasses with(int number, String members) {
        String name = "$JShell$" + number;
        String source = "package REPL; import java.util.*; import java.util.function.*; import java.util.concurrent.*;"
                + " import dev.tutti.client.*; public class " + name + " {\n" + members + "\n}\n";
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///REPL/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringBuilder complaints = new StringBuilder();
        String path = folder + ":" + System.getProperty("java.class.path");
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        complaints::append,
                        List.of("-d", folder.toString(), "-cp", path, "-proc:none", "-nowarn", "-g"),
                        null,
                        List.of(file))
                .call();
        if (!compiled) {
            throw new AssertionError(complaints + "\n" + source);
        }
        return this;
    }

    /** A loader of its own. */
    ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, PromptClasses.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** What a static method without parameters gives in a loader. */
    static Object call(ClassLoader loader, int number, String method) throws ReflectiveOperationException {
        return loader.loadClass("REPL.$JShell$" + number).getMethod(method).invoke(null);
    }
}
