package dev.tutti.kernel.export;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A compilation that leaves nothing behind: whether a class compiles, and where it does not. */
final class TrialCompilation {

    /** An error. @param line from 1 */
    record Problem(long line, String message) {}

    private final List<Path> classPath;

    TrialCompilation(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    /** The errors, none if it compiles. */
    List<Problem> problems(String className, String text) {
        String paths = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-nowarn", "-Xmaxerrs", "100000", "-classpath", paths);
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, told, options, null, List.of(new JavaText(className, text)));
        try {
            task.analyze();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return told.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> new Problem(one.getLineNumber(), message(one)))
                .toList();
    }

    /** In one line. */
    private static String message(Diagnostic<?> error) {
        List<String> lines =
                error.getMessage(Locale.ROOT).lines().map(String::strip).toList();
        String symbol = lines.stream()
                .filter(line -> line.startsWith("symbol:"))
                .findFirst()
                .map(line -> ": " + line.substring("symbol:".length()).strip().replaceAll("\\s+", " "))
                .orElse("");
        return lines.getFirst() + symbol;
    }
}
