package dev.tutti.shell.line;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.ExpressionAssist;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Candidate.Kind;
import dev.tutti.kernel.compile.Completeness;
import dev.tutti.kernel.compile.Completions;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.Documentation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A kernel that knows a handful of names, and judges completeness by brackets. */
final class FakeAssist implements CodeAssist {

    private static final List<Candidate> KNOWN = List.of(
            new Candidate("rank()", Kind.METHOD, "int rank()", false),
            new Candidate("println(", Kind.METHOD, "void println(String x)", false),
            new Candidate("println(", Kind.METHOD, "void println(int x)", false),
            new Candidate("println(", Kind.METHOD, "void println()", false),
            new Candidate("printf(", Kind.METHOD, "PrintStream printf(String format, Object... args)", false),
            new Candidate("String", Kind.TYPE, "class java.lang.String", false),
            new Candidate("StringBuilder", Kind.TYPE, "class java.lang.StringBuilder", false),
            new Candidate("%px", Kind.MAGIC, "runs Java on the engines", false),
            new Candidate("Decimal", Kind.TYPE, "java.text, imports it", false, "java.text.Decimal"),
            new Candidate("greeting", Kind.VARIABLE, "String", true));

    private static final List<Documentation> PRINTLN = List.of(
            new Documentation("void PrintStream.println(String x)", "", 0),
            new Documentation("void PrintStream.println(int x)", "", 0));

    private static final String JAVADOC = """
        Prints a {@code String} and then terminates the line. This method behaves as
        though it invokes {@link #print(String)} and then {@link #println()}.
        <ul><li>first point<li>second point</ul>

        @param x The {@code String} to be printed.
        """;

    @Override
    public Completeness completeness(String cell) {
        String body = cell.startsWith("%%") ? cell.substring(cell.indexOf('\n') + 1) : cell;
        return body.contains("][") ? Completeness.INVALID : Assistance.byBrackets(body);
    }

    @Override
    public Completions complete(String cell, int cursor, Duration deadline) {
        int anchor = cursor;
        while (anchor > 0
                && (Character.isJavaIdentifierPart(cell.charAt(anchor - 1)) || cell.charAt(anchor - 1) == '%')) {
            anchor--;
        }
        String word = cell.substring(anchor, cursor);
        return new Completions(
                anchor,
                KNOWN.stream().filter(known -> known.text().startsWith(word)).toList(),
                false);
    }

    @Override
    public List<Documentation> documentation(String cell, int cursor, boolean javadoc, Duration deadline) {
        if (!cell.substring(0, cursor).contains("println(")) {
            return List.of();
        }
        return javadoc ? List.of(new Documentation(PRINTLN.getFirst().signature(), JAVADOC, 0)) : PRINTLN;
    }

    @Override
    public Optional<String> source(String subject, Duration deadline) {
        return Optional.empty();
    }

    /** It refuses a spelling. */
    @Override
    public List<Diagnostic> errors(String cell) {
        int start = cell.indexOf("Objekt");
        return start < 0
                ? List.of()
                : List.of(new Diagnostic(Diagnostic.Severity.ERROR, "cannot find symbol", start, start + 6));
    }

    @Override
    public ExpressionAssist expressions() {
        return new FakeExpressions();
    }

    @Override
    public boolean isMagic(String name) {
        return name.equals("px") || name.equals("time");
    }
}
