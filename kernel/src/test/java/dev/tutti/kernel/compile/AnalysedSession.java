package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;

/** A real JShell with some declarations, and the analysis on top of it. */
final class AnalysedSession implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(30);

    final ReentrantLock lock = new ReentrantLock();
    final List<Declaration> declarations = new ArrayList<>();
    final JShell jshell = JShell.builder().executionEngine("local").build();
    final CodeAnalysis analysis = new CodeAnalysis(jshell, lock, () -> declarations);

    AnalysedSession() {
        evaluate(
                "import java.util.*;",
                "import java.util.function.*;",
                "import java.util.stream.*;",
                "import static java.lang.Math.max;");
        declare(Declaration.Kind.VARIABLE, "words", "List<String> words", "var words = List.of(\"a\", \"b\");");
        declare(
                Declaration.Kind.METHOD,
                "square",
                "int square(int)",
                "/**\n * The square.\n * @param n what\n */\nint square(int n) { return n * n; }");
        declare(
                Declaration.Kind.METHOD,
                "square",
                "double square(double)",
                "double square(double d) { return d * d; }");
        declare(
                Declaration.Kind.TYPE,
                "Point",
                "record Point(int x, String name)",
                "record Point(int x, String name) { int twice() { return 2 * x; } static Point zero() { return new"
                        + " Point(0, \"\"); } }");
        declare(Declaration.Kind.VARIABLE, "point", "Point point", "Point point = new Point(1, \"one\");");
    }

    private void declare(Declaration.Kind kind, String name, String signature, String source) {
        evaluate(source);
        declarations.add(new Declaration(kind, name, signature, source, new CellNumber(declarations.size() + 1)));
    }

    private void evaluate(String... snippets) {
        for (String snippet : snippets) {
            for (SnippetEvent event : jshell.eval(snippet)) {
                if (event.status() != jdk.jshell.Snippet.Status.VALID && event.causeSnippet() == null) {
                    throw new AssertionError(snippet + " is " + event.status());
                }
            }
        }
    }

    /** Completes at the bar. */
    Completions complete(String textWithBar) {
        int cursor = textWithBar.indexOf('|');
        return analysis.complete(textWithBar.substring(0, cursor) + textWithBar.substring(cursor + 1), cursor, LONG);
    }

    List<Documentation> documentation(String textWithBar, boolean javadoc) {
        int cursor = textWithBar.indexOf('|');
        return analysis.documentation(
                textWithBar.substring(0, cursor) + textWithBar.substring(cursor + 1), cursor, javadoc, LONG);
    }

    @Override
    public void close() {
        analysis.close();
        jshell.close();
    }
}
