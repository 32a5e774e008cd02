package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.Diagnostic.Severity;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results under their names, forward references, and what the compiler tells of the session. */
final class NamesTest {

    private final Session session = new Session("java.util.*", "static dev.tutti.client.Here.*");

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void underscoreIsTheNewestResult() throws Throwable {
        session.run("20 + 1");
        session.underscore(1);
        assertThat(session.run("_ * 2")).isEqualTo(42);
        assertThat(session.run("_")).isEqualTo(21);
        assertThat(session.run("int _ = 9; int y = _ + _; y")).isEqualTo(42);
        assertThat(session.run("\"_\" + _ /* _ */")).isEqualTo("_21");
    }

    @Test
    void underscoreWithoutAResultIsExplained() {
        assertThat(session.rejected("1 + _")).singleElement().satisfies(d -> {
            assertThat(d.message()).startsWith("There is no result yet");
            assertThat(d.start()).isEqualTo(4);
            assertThat(d.end()).isEqualTo(5);
        });
    }

    @Test
    void outIsTheTypedNameWhileThereIsOne() throws Throwable {
        session.run("\"abc\"");
        assertThat(session.run("Out[1].length()")).isEqualTo(3);
        assertThat(session.run("Out[ 1 ] + \"Out[1]\"")).isEqualTo("abcOut[1]");
        CompiledCell cell = session.compile("Object o = Out[77]; int i = 1; Out[Out[1].length() + i]");
        assertThat(cell.steps().getFirst().result()).map(SessionVariable::type).contains("Object");
    }

    @Test
    void aUsersOwnOutIsLeftAlone() throws Throwable {
        assertThat(session.run("int[] Out = {5, 6}; Out[1]")).isEqualTo(6);
        assertThat(session.run("Out[0]")).isEqualTo(5);
    }

    @Test
    void namesOfResultsAreReserved() {
        assertThat(session.rejected("int _5 = 3;")).singleElement().satisfies(d -> {
            assertThat(d.message()).contains("_5").contains("reserved");
            assertThat(d.start()).isEqualTo(4);
        });
        assertThat(session.rejected("List<String> _12 = null;")).hasSize(1);
        assertThat(session.rejected("int _7() { return 1; }")).hasSize(1);
    }

    @Test
    void onlyTheLastResultOfACellHasItsName() throws Throwable {
        String text = "1 + 1\n%m\n2 + 2\n%m\nint x = 3;\n";
        Compilation compilation = session.compiler()
                .compile(
                        new CellNumber(7),
                        List.of(
                                new JavaStep(text, 0, 5, OptionalInt.empty()),
                                new JavaStep(text, 9, 14, OptionalInt.empty()),
                                new JavaStep(text, 18, 28, OptionalInt.empty())));
        CompiledCell cell = ((Compilation.Compiled) compilation).cell();
        session.compiler().commit(cell);
        session.local().run(cell);
        assertThat(session.local().results()).containsExactly(2, 4);
        assertThat(cell.steps().get(0).result())
                .hasValueSatisfying(v -> assertThat(v.name()).startsWith("_7_"));
        assertThat(cell.steps().get(1).result()).map(SessionVariable::name).contains("_7");
        assertThat(cell.steps().get(2).result()).isEmpty();
    }

    @Test
    void aCellThatIsCompiledInPiecesHasItsLastResult() throws Throwable {
        CellNumber five = new CellNumber(5);
        for (String java : List.of("1 + 1", "\"s\" + 2")) {
            CompiledCell cell =
                    ((Compilation.Compiled) session.compiler().compile(five, List.of(session.step(java)))).cell();
            session.compiler().commit(cell);
            session.local().run(cell);
        }
        assertThat(session.run("_5")).isEqualTo("s2");
    }

    @Test
    void oldResultsLoseTheirNamesButNotWhenTheyAreUsed() throws Throwable {
        session.run("7");
        session.run("int f() { return _1; }");
        CompiledCell cell = null;
        for (int i = 0; i < 55; i++) {
            cell = session.compile("" + i);
            session.local().run(cell);
        }
        assertThat(cell.dropped()).hasSize(1);
        assertThat(session.run("f() + _1")).isEqualTo(14);
        assertThat(session.run("_20 + Math.max(_20, 1)")).isEqualTo(34);
        assertThat(session.rejected("_3")).isNotEmpty();
        session.compile("Out[3]");
    }

    @Test
    void valuesNobodyAskedForAreForgottenByTheNextCell() throws Throwable {
        CompiledCell cell = session.compile("\"big\".repeat(9); 1");
        VariableRef unwanted =
                cell.steps().getFirst().entries().getFirst().entry().declares().getFirst();
        assertThat(cell.dropped()).isEmpty();
        assertThat(session.compile("2").dropped()).containsExactly(unwanted);
        assertThat(session.compile("3").dropped()).isEmpty();
    }

    @Test
    void forwardReferencesAreAcceptedWithANote() throws Throwable {
        CompiledCell cell = session.compile("int f() { return later() + 1; }");
        assertThat(cell.notes()).singleElement().satisfies(n -> {
            assertThat(n.severity()).isEqualTo(Severity.NOTE);
            assertThat(n.message()).contains("f refers to method later()");
            assertThat(n.start()).isEqualTo(17);
            assertThat(n.end()).isEqualTo(22);
        });
        session.local().run(cell);
        session.run("int later() { return 41; }");
        assertThat(session.run("f()")).isEqualTo(42);
    }

    @Test
    void whatWouldRunAnUnresolvedDeclarationIsRefused() throws Throwable {
        session.run("int f() { return latr(); } int g() { return f(); }");
        assertThat(session.rejected("int later() { return 1; } g()"))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.message()).contains("f").contains("latr()").contains("Did you mean later?");
                    assertThat(d.start()).isEqualTo(26);
                });
        assertThat(session.run("1 + 1")).isEqualTo(2);
    }

    @Test
    void aVariableOfATypeToComeIsDefinedWithItsType() throws Throwable {
        session.run("Later l;");
        assertThat(session.rejected("l"))
                .first()
                .satisfies(d -> assertThat(d.message()).contains("l is declared, but not usable"));
        session.run("class Later { int v = 3; }");
        assertThat(session.run("l == null")).isEqualTo(true);
        assertThat(session.run("l = new Later(); l.v")).isEqualTo(3);
    }

    @Test
    void unknownNamesGetSuggestions() throws Throwable {
        session.run("int counter = 1;");
        assertThat(session.rejected("countr + 1")).singleElement().satisfies(d -> {
            assertThat(d.message())
                    .contains("cannot find symbol")
                    .contains("Did you mean counter?")
                    .doesNotContain("$JShell");
            assertThat(d.message()).doesNotContain("location");
            assertThat(d.start()).isZero();
            assertThat(d.end()).isEqualTo(6);
        });
    }

    @Test
    void breakingADeclarationIsNoted() throws Throwable {
        session.run("int f() { return 1; } int g() { return f() + 1; }");
        CompiledCell cell = session.compile("void f() { }");
        assertThat(cell.notes())
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.message()).contains("g"));
        session.local().run(cell);
        assertThat(session.rejected("g()")).isNotEmpty();
    }

    @Test
    void declarationsAreListedAsAReaderWantsThem() {
        session.compile("import java.math.*; int x = 1, y = 2; var l = new ArrayList<Map<String, int[]>>();");
        session.compile("/** Adds. */\nint add(int a, List<String> b) { return a; }");
        session.compile("record P<T>(int x,\n"
                + "   T y)   implements Comparable<P<T>> { public int compareTo(P<T> o) { return 0; } }");
        session.compile("40 + 2");
        assertThat(session.compiler().declarations())
                .extracting(Declaration::signature)
                .containsExactly(
                        "import java.math.*",
                        "int x",
                        "int y",
                        "ArrayList<Map<String, int[]>> l",
                        "int add(int, List<String>)",
                        "record P<T>(int x, T y) implements Comparable<P<T>>");
        assertThat(session.compiler().declarations().get(4).source()).startsWith("/** Adds. */");
        assertThat(session.compiler().variables())
                .extracting(SessionVariable::name)
                .containsExactly("x", "y", "l");
        assertThat(session.compiler().imports())
                .containsExactly("java.util.*", "static dev.tutti.client.Here.*", "java.math.*");
    }
}
