package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lambdas and method references of cells can be serialized, whatever their type. */
final class LambdaSitesTest {

    private final Session session = new Session("java.util.*", "java.util.function.*");

    @AfterEach
    void close() {
        session.close();
    }

    @SuppressWarnings("unchecked")
    private <T> T copy(String expression) throws Throwable {
        Object made = session.run(expression);
        assertThat(made).isInstanceOf(Serializable.class);
        return (T) TaskPlace.copy(made, session.local().loader());
    }

    @Test
    void aPlainLambdaTravels() throws Throwable {
        Function<Integer, Integer> f = copy("(Function<Integer, Integer>) x -> x + 1");
        assertThat(f.apply(1)).isEqualTo(2);
        Supplier<Integer> captured = copy("((Function<Integer, Supplier<Integer>>) n -> () -> n * 2).apply(4)");
        assertThat(captured.get()).isEqualTo(8);
    }

    @Test
    void methodReferencesTravel() throws Throwable {
        session.run("record P(int x) { int plus(int n) { return x + n; } }");
        Function<Integer, Object> made = copy("(Function<Integer, P>) P::new");
        assertThat(made.apply(3)).hasToString("P[x=3]");
        Supplier<Integer> bound = copy("(Supplier<Integer>) \"abc\"::length");
        assertThat(bound.get()).isEqualTo(3);
    }

    @Test
    void markersAndBridgesStay() throws Throwable {
        session.run("interface Mark {} interface Str<T> { T of(T t); } interface Sub extends Str<String> {"
                + " String of(String s); }");
        Object marked = session.run("(Function<Integer, Integer> & Mark) x -> x");
        assertThat(marked.getClass().getInterfaces())
                .extracting(Class::getSimpleName)
                .contains("Function", "Mark");
        assertThat(marked).isInstanceOf(Serializable.class);
        assertThat(session.run("Str raw = (Sub) s -> s + 1; raw.of(\"a\")")).isEqualTo("a1");
    }

    @Test
    void whatJavacMadeSerializableGoesItsOwnWayAndTheOthersOurs() throws Throwable {
        session.run("class Both { static Object own() { return (Supplier<Integer> & java.io.Serializable) () -> 1; }"
                + " static Object plain() { Supplier<Integer> s = () -> 2; return s; } }");
        Supplier<Integer> own = copy("Both.own()");
        Supplier<Integer> plain = copy("Both.plain()");
        assertThat(own.get() + plain.get()).isEqualTo(3);
    }

    @Test
    void interfacesEnumsAndRecordsCanHaveLambdas() throws Throwable {
        session.run("interface I { static Supplier<Integer> s() { return () -> 1; } }"
                + " enum E { A; Supplier<Integer> s() { return () -> 2; } } @interface Note {}");
        Supplier<Integer> of = copy("I.s()");
        Supplier<Integer> one = copy("E.A.s()");
        assertThat(of.get() + one.get()).isEqualTo(3);
        assertThat(session.run("Note.class.getDeclaredMethods().length")).isEqualTo(0);
    }

    @Test
    void aFirstMethodReferenceKeepsTheShape() throws Throwable {
        session.run("record P(String s) { int n() { return s.length(); } } P p = new P(\"abc\");");
        CompiledCell cell = session.compile(
                "record P(String s) { int n() { return Optional.of(s).map(String::length)" + ".get(); } }");
        assertThat(cell.losses()).isEmpty();
        session.local().run(cell);
        assertThat(session.run("p.n()")).isEqualTo(3);
        session.run("int f() { return 1; } Supplier<Integer> s = () -> f();");
        session.run("int f() { Function<String, Integer> l = String::length; return l.apply(\"ab\"); }");
        assertThat(session.run("s.get()")).isEqualTo(2);
        session.run("int f() { var l = (Function<String, Integer> & java.io.Serializable) String::length; return"
                + " l.apply(\"abcd\"); }");
        assertThat(session.run("s.get()")).isEqualTo(4);
    }

    @Test
    void whatIsNotPrivateIsPublic() throws Throwable {
        session.run("class C { int a; protected int b; private int c; C() {} protected void m() {} private int n() {"
                + " return 1; } void o() {} } Object anonymous = new Object() { int q = 1; };");
        Class<?> type = (Class<?>) session.run("C.class");
        assertThat(Modifier.isPublic(type.getDeclaredField("a").getModifiers())).isTrue();
        assertThat(type.getDeclaredField("b").getModifiers()).isEqualTo(Modifier.PUBLIC);
        assertThat(type.getDeclaredField("c").getModifiers()).isEqualTo(Modifier.PRIVATE);
        assertThat(type.getDeclaredMethod("m").getModifiers()).isEqualTo(Modifier.PUBLIC);
        assertThat(type.getDeclaredMethod("n").getModifiers()).isEqualTo(Modifier.PRIVATE);
        assertThat(type.getDeclaredConstructors()[0].getModifiers()).isEqualTo(Modifier.PUBLIC);
        Class<?> anonymous = session.run("anonymous").getClass();
        assertThat(anonymous.getDeclaredConstructors()[0].getModifiers()).isEqualTo(Modifier.PUBLIC);
    }
}
