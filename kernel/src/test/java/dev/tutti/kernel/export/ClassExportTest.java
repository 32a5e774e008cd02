package dev.tutti.kernel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.JavaStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes made of cells, compiled by javac with all its warnings and run in a JVM of their own. */
final class ClassExportTest {

    private static final List<String> IMPORTS =
            List.of("java.io.*", "java.nio.file.*", "java.util.*", "java.util.function.*", "dev.tutti.client.*");

    private static CellCompiler compiler;

    @TempDir
    Path folder;

    @BeforeAll
    static void openTheCompiler() {
        compiler = CellCompiler.open(List.of(), List.of());
    }

    @AfterAll
    static void closeTheCompiler() {
        compiler.close();
    }

    @Test
    void declarationsAreMembersAndStatementsRunInOrder() throws Exception {
        ExportedClass exported = export(
                Map.of(),
                """
                /** Twice as much. */
                int twice(int n) {
                    return factor * n;
                }
                int factor = 2, offset;\
                """,
                "factor++;\ntwice(4) + offset",
                "record City(String name) {}",
                "class Counter { int n; }\nvoid count() { new Counter().n++; }\ncount()",
                "for (int i = 0; i < 2; i++) System.out.println(new City(\"c\" + i).name())");

        assertThat(exported.text()).isEqualTo("""
            final class Made {
                static int factor;
                static int offset;

                /** Twice as much. */
                static int twice(int n) {
                    return factor * n;
                }

                record City(String name) {}

                static class Counter { int n; }

                static void count() { new Counter().n++; }

                static void main() throws Exception {
                    factor = 2;

                    factor++;
                    System.out.println(twice(4) + offset);

                    count();

                    for (int i = 0; i < 2; i++) System.out.println(new City("c" + i).name());
                }
            }
            """);
        assertThat(exported.leftOut()).isZero();
        assertThat(run(exported)).isEqualTo("12\nc0\nc1\n");
    }

    @Test
    void onlyTheImportsThatAreNeededAreThere() throws Exception {
        ExportedClass exported = export(
                Map.of("names", "List<String>"), "import java.time.Duration;", "var names = List.of(\"a\")", "names");

        assertThat(exported.text())
                .startsWith("import java.util.*;\n\nfinal class Made {\n    static List<String> names;");
        assertThat(exported.selfContained()).isTrue();
        assertThat(run(exported)).isEqualTo("[a]\n");
    }

    @Test
    void whatIsNoJavaIsACommentAndSoIsWhatNeedsIt() throws Exception {
        ClassExport export = new ClassExport(IMPORTS, compiler.classPath(), Map.of());
        ExportedClass exported = export.export(
                "Made",
                List.of(
                        List.of(new Piece.Foreign("var lines = !ls \\users")),
                        pieces("int count() {\n    return lines.size();\n}\nint before = 3;\nbefore"),
                        pieces("count()")));

        assertThat(exported.text()).contains("""
                // Left out: cannot find symbol: variable lines
                // int count() {
                //     return lines.size();
                // }
            """, """
                    // var lines = !ls \\\\users

                    before = 3;
                    System.out.println(before);

                    // Left out: cannot find symbol: method count()
                    // count()
            """);
        assertThat(exported.leftOut()).isEqualTo(2);
        assertThat(run(exported)).isEqualTo("3\n");
    }

    @Test
    void theLatestDeclarationCounts() throws Exception {
        ExportedClass exported = export(
                Map.of(),
                "int f() { return 1; }",
                "int f(int n) { return n; }",
                "int f() { return 2; }",
                "f() + f(40)");

        assertThat(exported.text()).doesNotContain("return 1");
        assertThat(run(exported)).isEqualTo("42\n");
    }

    @Test
    void whatAShellAllowsBeyondJavaIsWrittenAsJava() throws Exception {
        ExportedClass exported = export(
                Map.of("text", "String"),
                "int[] some = {3, 4}",
                "final var text = \"\"\"\n    one\n      two\n    \"\"\"",
                "40 + 2;",
                "// what it is\nsome[1]",
                "String none = null; boolean gone = none == null",
                "gone",
                "text + some[0]",
                "throw new IOException(\"at the end\")");

        assertThat(exported.leftOut()).isZero();
        assertThat(exported.text())
                .contains(
                        "some = new int[] {3, 4};",
                        "var _ = 40 + 2;",
                        "// what it is\n        System.out.println(some[1]);");
        assertThat(run(exported)).startsWith("4\ntrue\none\n  two\n3\n").contains("at the end");
    }

    @Test
    void aNameOfTheCellsThatTuttiHasTooNeedsNoTutti() throws Exception {
        ExportedClass exported = export(Map.of(), "record Shell(int n) {}", "new Shell(1)");

        assertThat(exported.text()).doesNotContain("import");
        assertThat(exported.selfContained()).isTrue();
    }

    @Test
    void whatIsOfTuttiTellsThatItNeedsIt() throws Exception {
        ExportedClass exported = export(Map.of(), "Shell.exitCode()");

        assertThat(exported.text()).startsWith("import dev.tutti.client.*;\n");
        assertThat(exported.leftOut()).isZero();
        assertThat(exported.selfContained()).isFalse();
    }

    @Test
    void aCellCannotHaveTheNamesOfTheClass() {
        assertThatThrownBy(() -> export(Map.of(), "class Made {}"))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("A cell declares Made itself");
        assertThatThrownBy(() -> export(Map.of(), "void main() {}"))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("method main");
    }

    private static ExportedClass export(Map<String, String> types, String... cells) throws ExportException {
        ClassExport export = new ClassExport(IMPORTS, compiler.classPath(), types);
        return export.export(
                "Made", Arrays.stream(cells).map(ClassExportTest::pieces).toList());
    }

    private static List<Piece> pieces(String cell) {
        List<Piece> pieces = new ArrayList<>();
        compiler.cut(new JavaStep(cell, 0, cell.length(), OptionalInt.empty()))
                .forEach(one -> pieces.add(new Piece.Java(one.source(), one.whole())));
        return pieces;
    }

    /** What a JVM of its own prints, on both streams. */
    private String run(ExportedClass exported) throws Exception {
        Path source = folder.resolve("Made.java");
        Files.writeString(source, exported.text());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintWriter writer = new PrintWriter(told, true, StandardCharsets.UTF_8);
        int exitCode = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(writer, writer, "-Xlint:all", "-Werror", "-d", folder.toString(), source.toString());
        assertThat(exitCode).as(told.toString(StandardCharsets.UTF_8)).isZero();
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder.toString(),
                        "Made")
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return printed;
    }
}
