package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a cell surely reads is known before it runs; everything else is checked where it happens. */
final class ReadsTest {

    private final Session session = new Session("java.util.*", "java.util.function.*");
    private final Place late = session.addPlace();

    @AfterEach
    void close() {
        session.close();
    }

    private static List<String> reads(CompiledCell cell) {
        return cell.steps().stream()
                .flatMap(s -> s.entries().stream())
                .flatMap(e -> e.reads().stream())
                .map(SessionVariable::name)
                .toList();
    }

    @Test
    void straightReadsAreSure() throws Throwable {
        session.run("int k = 1, m = 2; int[] a = {1};");
        assertThat(reads(session.compile("k + m"))).containsExactly("k", "m");
        assertThat(reads(session.compile("a[0] = k"))).containsExactlyInAnyOrder("a", "k");
        assertThat(reads(session.compile("k += 1"))).containsExactly("k");
        assertThat(reads(session.compile("System.out.println(k)"))).containsExactly("k");
        assertThat(reads(session.compile("int n = k * 2"))).containsExactly("k");
        assertThat(reads(session.compile("var v = List.of(k)"))).containsExactly("k");
        assertThat(reads(session.compile("k"))).containsExactly("k");
    }

    @Test
    void conditionalReadsAreNot() throws Throwable {
        session.run("int k = 1; boolean c = true;");
        CompiledCell cell = session.compile("if (c) System.out.print(k);");
        assertThat(reads(cell)).containsExactly("c");
        assertThat(reads(session.compile("c ? k : 0"))).containsExactly("c");
        assertThat(reads(session.compile("Supplier<Integer> s = () -> k"))).isEmpty();
        assertThat(reads(session.compile("try { System.out.print(k); } catch (RuntimeException e) { }")))
                .isEmpty();
    }

    @Test
    void conditionalReadsAreCheckedWhereTheyHappen() throws Throwable {
        session.run("int k = 1;");
        late.run(session.compile("boolean c = false;"));
        CompiledCell cell = session.compile("c ? k : 0");
        assertThat(late.run(cell)).contains(0);
        late.run(session.compile("c = true"));
        CompiledCell again = session.compile("c ? k : 0");
        assertThatThrownBy(() -> late.run(again))
                .isInstanceOf(Place.Undefined.class)
                .hasMessageContaining(".k is not");
        late.run(session.compile("k = 8"));
        assertThat(late.run(again)).contains(8);
    }

    @Test
    void readsReachThroughMethods() throws Throwable {
        session.run(
                "int k = 1; int f() { return g() + 1; } int g() { return k; } int h(boolean b) { return b ? k : 0; }");
        assertThat(reads(session.compile("f()"))).containsExactly("k");
        CompiledCell cell = session.compile("h(false)");
        assertThat(reads(cell)).isEmpty();
        assertThat(late.run(cell)).contains(0);
        assertThatThrownBy(() -> late.run(session.compile("h(true)"))).isInstanceOf(Place.Undefined.class);
    }

    @Test
    void whatACellAssignsFirstItDoesNotRead() throws Throwable {
        session.run("int k = 1; void set() { k = 5; }");
        assertThat(reads(session.compile("{ k = 3; System.out.print(k); }"))).isEmpty();
        assertThat(reads(session.compile("k = 4; k + 1"))).isEmpty();
        assertThat(reads(session.compile("int z = 4; z + 1"))).isEmpty();
        CompiledCell cell = session.compile("set(); k");
        assertThat(reads(cell)).isEmpty();
        assertThat(late.run(cell)).contains(5);
        CompiledCell maybe = session.compile("int w = 0; if (w > 0) set(); k + w");
        assertThat(reads(maybe)).isEmpty();
    }

    @Test
    void aFirstDeclarationThatReadsItselfIsCaught() throws Throwable {
        CompiledCell cell = session.compile("int x = x + 1;");
        assertThat(reads(cell)).containsExactly("x");
        session.run("int y = 1;");
        assertThat(session.run("int y = y + 1; y")).isEqualTo(2);
    }

    @Test
    void lambdasCheckWhenTheyRun() throws Throwable {
        session.run("int k = 3;");
        CompiledCell cell = session.compile("Supplier<Integer> s = () -> k; Runnable r = () -> k = 9;");
        late.run(cell);
        assertThatThrownBy(() -> late.run(session.compile("s.get()"))).isInstanceOf(Place.Undefined.class);
        late.run(session.compile("r.run()"));
        assertThat(late.run(session.compile("s.get()"))).contains(9);
    }

    @Test
    void methodsOfTypesAreChecked() throws Throwable {
        session.run("int k = 3; record R(int v) { int up() { return v + k; } }");
        CompiledCell cell = session.compile("new R(1).up()");
        assertThat(session.local().run(cell)).contains(4);
        assertThatThrownBy(() -> late.run(cell)).isInstanceOf(Place.Undefined.class);
    }

    @Test
    void entriesDeclareTheirVariables() {
        CompiledCell cell = session.compile("int a = 1, b = 2; a + b; int f() { return 1; }");
        assertThat(cell.steps().getFirst().entries())
                .extracting(
                        e -> e.entry().declares().stream().map(v -> v.field()).toList())
                .containsExactly(List.of("a"), List.of("b"), List.of("_1_1"));
    }

    @Test
    void holdersCanBeFetchedByLateEngines() {
        session.compile("int k = 1; int f() { return k; }");
        String wrapper = session.variable("k").ref().className();
        String holder = "REPL.$Defined$" + wrapper.substring("REPL.".length()) + "$k";
        assertThat(session.compiler().classFile(holder)).isPresent();
    }
}
