package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tutti.engine.wire.CellNumber;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stack traces and errors speak of the cell as typed. */
final class PositionsTest {

    private final Session session = new Session("java.util.*", "java.util.function.*");

    @AfterEach
    void close() {
        session.close();
    }

    /** {@code method cell:line} of each frame that belongs to a cell, newest call first. */
    private List<String> frames(String java) {
        Throwable thrown = catchThrowable(() -> session.run(java));
        assertThat(thrown).as(java).isNotNull();
        return frames(thrown);
    }

    private static List<String> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(f -> f.getClassName().startsWith("REPL.$JShell$"))
                .map(f -> f.getMethodName() + " " + f.getFileName() + ":" + f.getLineNumber())
                .toList();
    }

    private String marked(String java) {
        Diagnostic first = session.rejected(java).getFirst();
        return java.substring(first.start(), first.end());
    }

    @Test
    void anExpressionsLineIsTheCells() {
        assertThat(frames("1 / 0")).containsExactly("do_it$ cell 1:1");
        assertThat(frames("int a = 1;\n\n  // why\nint b = 0;\na /\n   b")).containsExactly("do_it$ cell 2:5");
        assertThat(frames("\n\n  List.of(1,\n 2).get(\n   Integer.parseInt(\"x\"))"))
                .containsExactly("do_it$ cell 3:5");
    }

    @Test
    void aDeclarationsLineIsTheCells() {
        assertThat(frames("int z = 0;\nint x =\n  5 / z;").getFirst()).isEqualTo("do_it$ cell 1:2");
        assertThat(frames("var v =\n  Integer.parseInt(\n   \"q\");").getFirst())
                .isEqualTo("do_it$ cell 2:2");
        assertThat(frames("int x = 1, y =\n 5 / z;").getFirst()).isEqualTo("do_it$ cell 3:1");
    }

    @Test
    void methodsKeepTheirOwnCell() throws Throwable {
        session.run("// first\nint f(int d) {\n  /* a\n comment */ int x = 3;\n  return x / d;\n}");
        session.run("int g(int d) {\n\treturn f(d);\n}");
        assertThat(frames("\ng(0)")).containsExactly("f cell 1:5", "g cell 2:2", "do_it$ cell 3:2");
    }

    @Test
    void aNewMethodBodyHasItsNewCell() throws Throwable {
        session.run("int f(int d) { return 1; }");
        session.run("f(0)");
        session.run("int h() { return 1; }\nint f(int d) {\n\n  return 7 / d;\n}");
        assertThat(frames("f(0)")).containsExactly("f cell 3:4", "do_it$ cell 4:1");
    }

    @Test
    void recompiledDependantsKeepTheirCellAndLines() throws Throwable {
        session.run("int f(int d) { return d; }");
        session.run("String g(int d) {\n  String s = \"a\";\n  return s + f(d) / d;\n}");
        session.run("import java.math.*; int other = 1;\nlong f(int d) {\n return d; }");
        assertThat(frames("g(0)")).containsExactly("g cell 2:3", "do_it$ cell 4:1");
    }

    @Test
    void lambdasRecordsAndClassesHaveLines() throws Throwable {
        session.run("Function<Integer, Integer> inv = d ->\n    100 /\n    d;");
        assertThat(frames("inv.apply(0)").getFirst()).startsWith("lambda$").endsWith("cell 1:3");
        session.run("record P(int d) {\n"
                + "  P {\n"
                + "    if (d < 0)\n"
                + "      throw new IllegalStateException();\n"
                + "  }\n"
                + "  int inv() {\n"
                + "    return 1 / d;\n"
                + "  }\n"
                + "}");
        assertThat(frames("new P(-1)").getFirst()).isEqualTo("<init> cell 3:4");
        assertThat(frames("new P(0).inv()").getFirst()).isEqualTo("inv cell 3:7");
        session.run("class C {\n"
                + "  Runnable r() {\n"
                + "    return new Runnable() {\n"
                + "      public void run() {\n"
                + "        throw new IllegalStateException();\n"
                + "      } };\n"
                + "  }\n"
                + "}");
        assertThat(frames("new C().r().run()").getFirst()).isEqualTo("run cell 6:5");
    }

    @Test
    void overloadsInOneWrapperHaveTheirLines() throws Throwable {
        session.run("int f(String s) {\n"
                + "  return Integer.parseInt(s);\n"
                + "}\n"
                + "int f(Integer i) {\n"
                + "  return f(\n"
                + "     \"x\" + i);\n"
                + "}");
        assertThat(frames("f(3)")).containsExactly("f cell 1:2", "f cell 1:5", "do_it$ cell 2:1");
    }

    @Test
    void theMagicsLineCounts() {
        String text = "%%px\nint z = 0;\n1 / z";
        Compilation compilation = session.compiler()
                .compile(new CellNumber(4), List.of(new JavaStep(text, 5, text.length(), OptionalInt.empty())));
        CompiledCell cell = ((Compilation.Compiled) compilation).cell();
        session.compiler().commit(cell);
        assertThat(frames(catchThrowable(() -> session.local().run(cell)))).containsExactly("do_it$ cell 4:3");
    }

    @Test
    void aRedeclaredInitialiserHasTheNewCell() throws Throwable {
        session.run("int z = 0; int x = 1;");
        assertThat(frames("\nint x = 1 / z;")).containsExactly("do_it$ cell 2:2");
    }

    @Test
    void statementsHaveLines() {
        assertThat(frames("for (int i = 2; i >= 0; i--) {\n  int d = i;\n  System.identityHashCode(4 / d);\n}"))
                .containsExactly("do_it$ cell 1:3");
    }

    @Test
    void errorsStandWhereTheyAreTyped() {
        assertThat(marked("int a = 1;\n\tint b = nope + 1;")).isEqualTo("nope");
        assertThat(marked("String 名前 = \"日本\"; int x = 名前;")).isEqualTo("名前");
        assertThat(marked("String t = \"\"\"\n   a\n  \"\"\"; int x =\n   t;")).isEqualTo("t");
        assertThat(marked("record R(int x) { R { } int y() { return nope; } } new R(1).y()")
                        .isEmpty())
                .isFalse();
        assertThat(marked("var v = List.of(1); v.nope()")).isEqualTo("v.nope");
        assertThat(marked("int f() { return \"s\"; }")).isEqualTo("\"s\"");
    }

    @Test
    void errorsBehindRewrittenTextStandWhereTheyAreTyped() throws Throwable {
        session.run("21");
        session.underscore(1);
        assertThat(marked("_ + _ + nope")).isEqualTo("nope");
        assertThat(marked("\"\" + Out[1] + Out[1 + 1] + nope")).isEqualTo("nope");
        assertThat(marked("record R(int x) { R { } R(String s) { this(3); } static int k = \"k\"; }"))
                .isEqualTo("\"k\"");
        assertThat(marked("nope")).isEqualTo("nope");
        session.run("record Q(int x) {}");
        assertThat(marked("var q = new Q(1); int n = q;")).isEqualTo("q");
    }

    @Test
    void syntaxErrorsHaveAPlace() {
        String java = "int a = 1;\nint b = (2 + ;";
        assertThat(session.rejected(java).getFirst()).satisfies(d -> {
            assertThat(d.message()).contains("illegal start of expression");
            assertThat(d.start()).isEqualTo(java.length() - 1);
        });
        assertThat(session.rejected("class A {").getFirst().message()).contains("reached end of file");
        assertThat(session.rejected("\"open").getFirst().message()).contains("unclosed string literal");
        assertThat(session.rejected("int x = 08;")).isNotEmpty();
        assertThat(session.rejected("}")).isNotEmpty();
        assertThat(session.rejected("`")).isNotEmpty();
    }
}
