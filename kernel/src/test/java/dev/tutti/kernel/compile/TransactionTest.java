package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.CellNumber;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cell that fails leaves the session exactly as it was; one that compiles changes nothing before it is committed. */
final class TransactionTest {

    private final Session session = new Session("java.util.*", "java.util.function.*");

    @AfterEach
    void close() {
        session.close();
    }

    private void leavesNoTrace(String failing) throws Throwable {
        String before = session.picture();
        session.rejected(failing);
        assertThat(session.picture()).as(failing).isEqualTo(before);
    }

    @Test
    void aFailingRedeclarationKeepsTheVariable() throws Throwable {
        session.runEverywhere("int x = 1;");
        leavesNoTrace("String x = nope;");
        leavesNoTrace("String x = \"a\"; nope");
        leavesNoTrace("int x = 2; nope");
        leavesNoTrace("var x = List.of(1); int x = \"s\";");
        assertThat(session.run("x")).isEqualTo(1);
    }

    @Test
    void aVariableWhoseWrapperWasReplacedTwiceComesBackUnderItsName() throws Throwable {
        session.run("int x = 1;");
        session.run("String x = \"two\";");
        session.run("int x = 3;");
        leavesNoTrace("String x = nope;");
        leavesNoTrace("long x = 4; nope");
        assertThat(session.run("x")).isEqualTo(3);
        session.run("String x = \"five\";");
        leavesNoTrace("int x = nope;");
        assertThat(session.run("x")).isEqualTo("five");
    }

    @Test
    void aFailingRedefinitionKeepsTheMethod() throws Throwable {
        session.run("int f() { return 1; } int g() { return f() + 1; }");
        leavesNoTrace("int f() { return 2; } nope");
        leavesNoTrace("String f() { return \"\"; } nope");
        leavesNoTrace("int f() { return \"no\"; }");
        assertThat(session.run("g()")).isEqualTo(2);
    }

    @Test
    void aFailingRedefinitionKeepsTheTypeAndItsValues() throws Throwable {
        session.run("record P(int x) { int y() { return x + 1; } }");
        session.run("P p = new P(4); List<P> ps = List.of(p, new P(5)); var q = new P(6);");
        leavesNoTrace("record P(int x, int z) {} nope");
        leavesNoTrace("record P(int x) { int y() { return 0; } } P p = new P(9); nope");
        leavesNoTrace("class P {} nope");
        leavesNoTrace("record P(Nope x) {} new P(null)");
        leavesNoTrace("int P = 5; P p = nope;");
        assertThat(session.run("p.y() + ps.get(1).y() + q.y()")).isEqualTo(18);
    }

    @Test
    void aFailingImportKeepsImports() throws Throwable {
        List<String> imports = session.compiler().imports();
        session.rejected("import java.math.BigInteger; BigInteger b = nope;");
        session.rejected("import java.nope.*;");
        assertThat(session.compiler().imports()).isEqualTo(imports);
        assertThat(session.rejected("BigInteger.ONE")).isNotEmpty();
    }

    @Test
    void whatAFailingCellLoadedIsSentWhenItIsDeclaredAgain() throws Throwable {
        session.rejected("int f() { return 41; } record R(int v) {} nope");
        assertThat(session.run("int f() { return 41; } record R(int v) {} new R(f() + 1).v()"))
                .isEqualTo(42);
    }

    @Test
    void whatAFailingCellDeclaredMayBeAnythingLater() throws Throwable {
        session.rejected("int y = 1; nope");
        assertThat(session.run("String y = \"s\"; y")).isEqualTo("s");
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() throws Throwable {
        session.run("int x = 1; record P(int a) {} P p = new P(2);");
        String before = session.picture();
        Compilation compilation = session.attempt("String x = \"s\"; record P(String b) {} int z = 3; z");
        CompiledCell cell = ((Compilation.Compiled) compilation).cell();
        session.compiler().rollback(cell);
        assertThat(session.picture()).isEqualTo(before);
        assertThat(session.run("x + p.a()")).isEqualTo(3);
        assertThat(session.rejected("z")).isNotEmpty();
    }

    @Test
    void nothingIsVisibleBeforeTheCommit() {
        Compilation.Compiled compiled = (Compilation.Compiled) session.attempt("int x = 1;");
        assertThat(session.compiler().variables()).isEmpty();
        String wrapper =
                compiled.cell().steps().getFirst().entries().getFirst().entry().className();
        assertThat(session.compiler().classFile(wrapper)).isEmpty();
        assertThatThrownBy(() -> session.compiler().compile(new CellNumber(9), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("neither committed nor rolled back");
        session.compiler().commit(compiled.cell());
        assertThat(session.compiler().classFile(wrapper)).isPresent();
        assertThat(session.compiler().variables()).hasSize(1);
    }

    @Test
    void aDropThatFailsHalfWayIsRepaired() throws Throwable {
        session.run("int keep = 7;");
        leavesNoTrace("record T(int a) {} T t = new T(1); T twin(T o) { return o; } nope");
        assertThat(session.run("keep")).isEqualTo(7);
    }

    @Test
    void severalDeclaratorsAreRestoredOneByOne() throws Throwable {
        session.run("int a = 1, b = 2;");
        session.run("long b = 3;");
        leavesNoTrace("String a = nope;");
        assertThat(session.run("a + b")).isEqualTo(4L);
    }

    @Test
    void dependantsOfWhatAFailingCellChangedComeBack() throws Throwable {
        session.run("record A(int v) {} record B(A a) {} A a = new A(1); B b = new B(a); int sum(B o) { return"
                + " o.a().v(); }");
        leavesNoTrace("record A(String v) {} nope");
        leavesNoTrace("enum A { X } nope");
        assertThat(session.run("sum(b)")).isEqualTo(1);
    }

    @Test
    void brokenDeclarationsStayBrokenAsTheyWere() throws Throwable {
        session.run("String a = \"s\"; int f() { return a.length(); } int k = 2;");
        session.run("int a = 5;");
        leavesNoTrace("int f() { return \"\"; }");
        leavesNoTrace("int f() { return 1; } nope");
        assertThat(session.run("a + k")).isEqualTo(7);
        session.run("String a = \"four\";");
        assertThat(session.run("f()")).isEqualTo(4);
    }

    @Test
    void warmingUpLeavesNoTrace() throws Throwable {
        String before = session.picture();
        session.compiler().warmUp();
        assertThat(session.picture()).isEqualTo(before);
        assertThat(session.run("1 + 1")).isEqualTo(2);
    }
}
