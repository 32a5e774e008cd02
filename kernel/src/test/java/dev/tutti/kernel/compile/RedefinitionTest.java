package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.VariableRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps its shape keeps its values at every place; what does not is lost with notice. */
final class RedefinitionTest {

    private final Session session = new Session("java.util.*", "java.util.function.*");
    private final Place other = session.addPlace();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theSameTypeKeepsTheFieldAtAllPlaces() throws Throwable {
        session.runEverywhere("int x = 1;");
        VariableRef ref = session.variable("x").ref();
        CompiledCell cell = session.compile("int x = List.of(1, 2, 3).stream().mapToInt(v -> v * 2).sum();");
        assertThat(cell.losses()).isEmpty();
        session.local().run(cell);
        assertThat(session.variable("x").ref()).isEqualTo(ref);
        assertThat(session.local().value(ref)).isEqualTo(12);
        assertThat(other.value(ref)).isEqualTo(1);
        other.run(session.compile("x = x + 5;"));
        assertThat(other.value(ref)).isEqualTo(6);
    }

    @Test
    void inferredAndWrittenTypesAreTheSame() throws Throwable {
        session.runEverywhere("int x = 1;");
        VariableRef ref = session.variable("x").ref();
        session.run("var x = 2;");
        assertThat(session.variable("x").ref()).isEqualTo(ref);
        session.run("int x = 2;");
        session.run("int x = 2;");
        assertThat(session.value("x")).isEqualTo(2);
    }

    @Test
    void aLateEngineRunsTheNewestInitialiser() throws Throwable {
        session.run("int x = 1;");
        CompiledCell second = session.compile("int x = 2;");
        Place late = session.addPlace();
        late.run(second);
        assertThat(late.value(session.variable("x").ref())).isEqualTo(2);
    }

    @Test
    void anotherTypeIsAnAnnouncedLoss() throws Throwable {
        session.runEverywhere("int x = 1;");
        VariableRef old = session.variable("x").ref();
        CompiledCell cell = session.compile("String x = \"a\";");
        assertThat(cell.losses()).singleElement().satisfies(l -> {
            assertThat(l.reason()).isEqualTo("x changes from int to String");
            assertThat(l.variables()).extracting(SessionVariable::ref).containsExactly(old);
        });
        assertThat(cell.dropped()).contains(old);
        session.local().run(cell);
        assertThat(session.run("x")).isEqualTo("a");
        assertThat(other.isDefined(session.variable("x").ref())).isFalse();
    }

    @Test
    void otherTypeArgumentsAreAnotherType() throws Throwable {
        session.runEverywhere("List<Integer> l = List.of(1);");
        CompiledCell cell = session.compile("List<String> l = List.of(\"a\");");
        assertThat(cell.losses())
                .extracting(Loss::reason)
                .containsExactly("l changes from List<Integer> to List<String>");
    }

    @Test
    void aNewMethodBodyIsARedefinitionAndLambdasFollow() throws Throwable {
        session.runEverywhere("int f() { return 1; } Supplier<Integer> s = () -> f();");
        CompiledCell cell = session.compile("int f() { return 2; }");
        assertThat(cell.steps().getFirst().redefinitions()).hasSize(1);
        assertThat(cell.steps().getFirst().classes()).isEmpty();
        session.local().run(cell);
        other.run(cell);
        CompiledCell ask = session.compile("s.get()");
        assertThat(session.local().run(ask)).contains(2);
        assertThat(other.run(ask)).contains(2);
    }

    @Test
    void aNewRecordMethodBodyKeepsTheObjects() throws Throwable {
        session.runEverywhere("record P(int x) { int y() { return x; } } P p = new P(3);");
        Object object = session.value("p");
        CompiledCell cell = session.compile("record P(int x) { int y() { return -x; } }");
        assertThat(cell.losses()).isEmpty();
        session.local().run(cell);
        assertThat(session.run("p.y()")).isEqualTo(-3);
        assertThat(session.value("p")).isSameAs(object);
    }

    @Test
    void aTypeThatChangesShapeLosesItsVariablesWithNotice() throws Throwable {
        session.runEverywhere(
                "record P(int x) {} P p = new P(1); var q = new P(2); List<P> ps = List.of(p); int n = 5;");
        CompiledCell cell = session.compile("record P(int x, int y) {}");
        assertThat(cell.losses()).singleElement().satisfies(l -> {
            assertThat(l.reason()).isEqualTo("P changes shape");
            assertThat(l.variables()).extracting(SessionVariable::name).containsExactly("p", "q", "ps");
        });
        session.local().run(cell);
        assertThat(session.local().isDefined(session.variable("p").ref())).isFalse();
        assertThat(session.run("n")).isEqualTo(5);
        session.run("p = new P(1, 2); q = p; ps = List.of(q);");
        assertThat(session.run("ps.get(0).y()")).isEqualTo(2);
    }

    @Test
    void earlierSnippetsOfACellRunWhatStoodBeforeThem() throws Throwable {
        session.run("int f() { return 1; } List<Object> seen = new ArrayList<>();");
        session.run(
                "seen.add(f()); int f() { return 2; } seen.add(f()); int x = 1; seen.add(x); int x = 2; seen.add(x);");
        assertThat(session.run("seen")).hasToString("[1, 2, 1, 2]");
        assertThat(session.run("f() + x")).isEqualTo(4);
    }

    @Test
    void anUnchangedDeclarationSendsNothingNew() throws Throwable {
        session.run("int f() { return 1; }");
        CompiledCell cell = session.compile("int g() { return 2; }");
        assertThat(cell.steps().getFirst().redefinitions()).isEmpty();
        assertThat(cell.steps().getFirst().classes()).hasSize(1);
    }

    @Test
    void replacedMethodsReachTheirCallers() throws Throwable {
        session.run("int f() { return 1; } String g() { return \"g\" + f(); }");
        session.run("long f() { return 7L; }");
        assertThat(session.run("g()")).isEqualTo("g7");
        session.run("int f(int i) { return i; } int f() { return f(9); }");
        assertThat(session.run("g()")).isEqualTo("g9");
    }
}
