package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of snippet compiles, runs, and gives what Java says. */
final class SnippetKindsTest {

    private final Session session = new Session("java.util.*", "java.util.function.*", "java.util.stream.*");

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anExpressionIsTheResult() throws Throwable {
        assertThat(session.run("1 + 1")).isEqualTo(2);
    }

    @Test
    void theLastOfSeveralSnippetsIsTheResult() throws Throwable {
        assertThat(session.run("int x = 5; int y = x * 2; x + y")).isEqualTo(15);
    }

    @Test
    void aNameShowsItsValue() throws Throwable {
        session.run("int x = 5");
        assertThat(session.run("x")).isEqualTo(5);
    }

    @Test
    void anAssignmentShowsNothing() throws Throwable {
        session.run("int x = 5; int[] a = {1, 2};");
        assertThat(session.tryRun("x = 7")).isEmpty();
        assertThat(session.tryRun("a[0] = 7")).isEmpty();
        assertThat(session.tryRun("x += 3")).isEmpty();
        assertThat(session.value("x")).isEqualTo(10);
    }

    @Test
    void anIncrementShowsItsValue() throws Throwable {
        session.run("int x = 5");
        assertThat(session.run("x++")).isEqualTo(5);
        assertThat(session.value("x")).isEqualTo(6);
    }

    @Test
    void aSemicolonSuppressesTheResultButKeepsIt() throws Throwable {
        CompiledCell cell = session.compile("6 * 7;");
        assertThat(cell.steps().getFirst().suppressed()).isTrue();
        assertThat(cell.steps().getFirst().result()).map(SessionVariable::name).contains("_1");
        session.local().run(cell);
        assertThat(session.run("_1 + 1")).isEqualTo(43);
    }

    @Test
    void aVoidCallShowsNothing() throws Throwable {
        session.run("int calls = 0; void call() { calls++; }");
        CompiledCell cell = session.compile("call()");
        assertThat(cell.steps().getFirst().result()).isEmpty();
        session.local().run(cell);
        assertThat(session.value("calls")).isEqualTo(1);
    }

    @Test
    void statementsLoopAndBranch() throws Throwable {
        session.run("int sum = 0; for (int i = 0; i < 10; i++) { if (i % 2 == 0) sum += i; }");
        assertThat(session.value("sum")).isEqualTo(20);
    }

    @Test
    void methodsRecurse() throws Throwable {
        session.run("int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }");
        assertThat(session.run("fib(20)")).isEqualTo(6765);
    }

    @Test
    void overloadsCallEachOther() throws Throwable {
        session.run("String f(int i) { return f(\"i\" + i); }\nString f(String s) { return s + \"!\"; }");
        assertThat(session.run("f(3)")).isEqualTo("i3!");
    }

    @Test
    void genericMethodsInfer() throws Throwable {
        session.run("<T extends Comparable<T>> T max(List<T> l) { return"
                + " l.stream().max(Comparator.naturalOrder()).get(); }");
        assertThat(session.run("max(List.of(3, 9, 4))")).isEqualTo(9);
    }

    @Test
    void recordsWithCompactConstructorsAreTaken() throws Throwable {
        session.run("record P(int x, int y) { P { if (x < 0) throw new IllegalArgumentException(\"x\"); } int sum() {"
                + " return x + y; } }");
        assertThat(session.run("new P(1, 2).sum()")).isEqualTo(3);
        assertThat(session.run("new P(1, 2).toString()")).isEqualTo("P[x=1, y=2]");
    }

    @Test
    void recordsWithCanonicalConstructorsAreTaken() throws Throwable {
        session.run(
                "record Q<T>(T t) implements Comparable<Q<T>> { @Deprecated Q(T t) { this.t = t; } Q() { this(null); }"
                        + " public int compareTo(Q<T> o) { return 0; } }");
        assertThat(session.run("new Q<>(\"a\").t()")).isEqualTo("a");
    }

    @Test
    void enumsSwitchAndSealedTypesMatch() throws Throwable {
        session.run("enum Colour { RED, GREEN { String s() { return \"g\"; } }; String s() { return \"r\"; } }");
        assertThat(session.run("switch (Colour.GREEN) { case RED -> 1; case GREEN -> 2; }"))
                .isEqualTo(2);
        assertThat(session.run("Colour.GREEN.s()")).isEqualTo("g");
        session.run("sealed interface Shape {} record Circle(int r) implements Shape {} record Box(int a, int b)"
                + " implements Shape {}");
        session.run(
                "int area(Shape s) { return switch (s) { case Circle(int r) -> 3 * r * r; case Box(int a, int _) when"
                        + " a > 5 -> -1; case Box(var a, var b) -> a * b; }; }");
        assertThat(session.run("area(new Circle(2)) + area(new Box(3, 4))")).isEqualTo(24);
    }

    @Test
    void lambdasAndMethodReferencesRun() throws Throwable {
        session.run("Function<Integer, Integer> twice = v -> v * 2;");
        assertThat(session.run("Stream.of(1, 2, 3).map(twice).map(String::valueOf).collect(Collectors.joining(\",\"))"))
                .isEqualTo("2,4,6");
    }

    @Test
    void textBlocksKeepTheirLines() throws Throwable {
        assertThat(session.run("\"\"\"\n  a\n   _ Out[1] b\n  \"\"\"")).isEqualTo("a\n _ Out[1] b\n");
    }

    @Test
    void unnamedVariablesStayJava() throws Throwable {
        session.run("40 + 1");
        session.underscore(1);
        session.run("int _ = 5;");
        session.run("try { throw new IllegalStateException(); } catch (IllegalStateException _) { }");
        assertThat(session.run("BiFunction<Integer, Integer, Integer> f = (x, _) -> x; f.apply(1, _)"))
                .isEqualTo(1);
        assertThat(session.run("((BiFunction<Integer, Integer, Integer>) (x, _) -> x + _1).apply(1, _)"))
                .isEqualTo(42);
    }

    @Test
    void anonymousAndLocalClassesRun() throws Throwable {
        session.run("var o = new Object() { int n = 3; int twice() { return n * 2; } };");
        assertThat(session.run("o.twice() + o.n")).isEqualTo(9);
        session.run("int g() { class L { int v = 4; } return new L().v; }");
        assertThat(session.run("g()")).isEqualTo(4);
        assertThat(session.run("new Object() { int k = 7; }.k")).isEqualTo(7);
    }

    @Test
    void interfacesClassesAndInnerClassesWork() throws Throwable {
        session.run("interface Greeter { default String greet() { return \"hi \" + name(); } String name(); }");
        session.run("abstract class Base implements Greeter { static int made; { made++; } }");
        session.run("class Tom extends Base { class In { String up() { return name().toUpperCase(); } } public String"
                + " name() { return \"tom\"; } }");
        assertThat(session.run("var t = new Tom(); t.greet() + t.new In().up() + Base.made"))
                .isEqualTo("hi tomTOM1");
    }

    @Test
    void severalDeclaratorsBecomeSeveralVariables() throws Throwable {
        session.run("int a = 1, b[] = {2, 3}, c = a < 2 ? 4 : 5;");
        assertThat(session.run("a + b[1] + c")).isEqualTo(8);
    }

    @Test
    void aVariableWithoutInitialiserIsDefined() throws Throwable {
        CompiledCell cell = session.compile("int x; String s;");
        session.local().run(cell);
        assertThat(session.run("x + \" \" + s")).isEqualTo("0 null");
    }

    @Test
    void importsAreInForceForLaterCells() throws Throwable {
        session.run("import java.math.BigInteger; BigInteger big = BigInteger.TEN");
        assertThat(session.run("big.pow(2).intValue()")).isEqualTo(100);
        assertThat(session.compiler().imports())
                .containsExactly("java.util.*", "java.util.function.*", "java.util.stream.*", "java.math.BigInteger");
    }

    @Test
    void checkedExceptionsNeedNoTry() {
        session.compile("Thread.sleep(0); new java.io.File(\"x\").getCanonicalPath()");
    }

    @Test
    void commentsAloneAreNothing() throws Throwable {
        assertThat(session.compile("// nothing\n/* here */ ;;")
                        .steps()
                        .getFirst()
                        .entries())
                .isEmpty();
        assertThat(session.run("/* a */ 1 /* b */ + // c\n 2 // d")).isEqualTo(3);
    }

    @Test
    void everyStepHasItsOwnEntries() {
        String text = "int a = 1\n%px\nint b = 2\n";
        Compilation compilation = session.compiler()
                .compile(
                        new dev.tutti.engine.wire.CellNumber(99),
                        List.of(
                                new JavaStep(text, 0, 9, java.util.OptionalInt.empty()),
                                new JavaStep(text, 14, 23, java.util.OptionalInt.empty())));
        CompiledCell cell = ((Compilation.Compiled) compilation).cell();
        session.compiler().commit(cell);
        assertThat(cell.steps())
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.entries()).hasSize(1));
    }
}
