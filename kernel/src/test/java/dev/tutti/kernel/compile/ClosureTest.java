package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.TaskMessage.Captures;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Closures carry the values of the session variables that they read, in each way in which code can come to one; where that
 * would be wrong they are refused. The engine has a k of its own, which no closure may see or change.
 */
final class ClosureTest {

    private static final String PASS = "; pass k as an argument.";

    private final Session session =
            new Session("java.util.*", "java.util.function.*", "java.util.concurrent.*", "java.util.stream.*");
    private final Place engine = session.addPlace();
    private final TaskPlace task = new TaskPlace(session.compiler(), session.local(), engine);

    @BeforeEach
    void differentValues() throws Throwable {
        session.runEverywhere("int k = 5;");
        session.run("k = 42;");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Captures captures(String expression) throws Throwable {
        return TaskPlace.captures(session.compiler(), session.run(expression));
    }

    private String refusal(String expression) throws Throwable {
        return captures(expression).refusal().orElse("");
    }

    /** The result of a callable that was made at local and runs at the engine. */
    private Object call(String expression) throws Throwable {
        Object result = ((Callable<?>) task.send(session.run(expression))).call();
        assertThat(engine.value(session.variable("k").ref())).isEqualTo(5);
        return result;
    }

    @SuppressWarnings("unchecked")
    private Object apply(String expression, Object argument) throws Throwable {
        return ((Function<Object, Object>) task.send(session.run(expression))).apply(argument);
    }

    @Test
    void aLambdaWithoutVariablesCarriesNothing() throws Throwable {
        assertThat(captures("(Callable<Integer>) () -> 1 + 1"))
                .isEqualTo(new Captures(List.of(), List.of(), Optional.empty()));
        assertThat(call("(Callable<Integer>) () -> 1 + 1")).isEqualTo(2);
    }

    @Test
    void aLambdaReadsAVariable() throws Throwable {
        VariableRef k = session.variable("k").ref();
        Captures captures = captures("(Callable<Integer>) () -> k + 1");
        assertThat(captures.reads()).containsExactly(k);
        assertThat(captures.classes())
                .contains(k.className(), DefinitionHolder.name(k))
                .hasSize(3);
        assertThat(call("(Callable<Integer>) () -> k + 1")).isEqualTo(43);
    }

    @Test
    void aMethodThatItCallsReadsOne() throws Throwable {
        session.run("int f(int n) { return n + k; } int g() { return f(1) * 2; } int h() { return 3; }");
        assertThat(call("(Callable<Integer>) () -> g()")).isEqualTo(86);
        assertThat(captures("(Callable<Integer>) () -> h()").reads()).isEmpty();
    }

    @Test
    void methodReferences() throws Throwable {
        session.run("record P(int x) { int up() { return x + 1; } static int down(int n) { return n - 1; } }");
        assertThat(apply("(Function<Integer, Integer>) P::down", 3)).isEqualTo(2);
        assertThat(apply("(Function<String, Integer>) String::length", "abc")).isEqualTo(3);
        assertThat(apply("(Function<Integer, P>) P::new", 3)).hasToString("P[x=3]");
    }

    @Test
    void aNestedLambdaReadsOne() throws Throwable {
        assertThat(call("(Callable<Integer>) () -> IntStream.range(0, 3).map(i -> { IntSupplier s = () -> i + k;"
                        + " return s.getAsInt(); }).sum()"))
                .isEqualTo(129);
    }

    @Test
    void anAnonymousClassReadsOne() throws Throwable {
        Object made = session.run("new Callable<Integer>() { public Integer call() { return k + 2; } }");
        assertThat(TaskPlace.captures(session.compiler(), made).classes())
                .contains(made.getClass().getName());
        assertThat(((Callable<?>) task.instance(made)).call()).isEqualTo(44);
        assertThat(call("(Callable<Integer>) () -> new Callable<Integer>() { public Integer call() { return k + 3; }"
                        + " }.call()"))
                .isEqualTo(45);
    }

    @Test
    void anAnonymousClassThatReadsNothingStaysOneClass() throws Throwable {
        assertThat(captures("new Callable<Integer>() { public Integer call() { return 2; } }")
                        .classes())
                .isEmpty();
        Captures captures = captures("(Callable<Object>) () -> k + new Object() { public String toString() { return"
                + " \"o\"; } }.toString()");
        assertThat(captures.classes()).noneMatch(name -> name.endsWith("$1"));
    }

    @Test
    void localTypesAreUsedFromTheTask() throws Throwable {
        session.run("Callable<Object> c() { record R(int a) { R { a++; } int twice() { return a * 2; } }"
                + " var r = new R(4); return () -> r.twice() + r.a + k; }");
        Object made = session.run("c()");
        assertThat(TaskPlace.captures(session.compiler(), made).reads()).hasSize(1);
        session.run("Callable<Object> d() { class L { private int a = 3; private int plus() { return a + k; } }"
                + " return () -> new L().plus(); }");
        assertThat(call("d()")).isEqualTo(45);
        session.run("Callable<Object> e() { record R(int a) { private int more() { return a + 1; } }"
                + " return () -> new R(k).more() + new R(1).a; }");
        assertThat(call("e()")).isEqualTo(44);
        session.run("Callable<Object> s() { record R(int a) implements java.io.Serializable {}"
                + " var r = new R(4); return () -> r.a() + k; }");
        assertThat(call("s()")).isEqualTo(46);
    }

    @Test
    void aGenericMethodReadsOne() throws Throwable {
        session.run("<T extends Comparable<T>> String most(List<T> l) { return Collections.max(l) + \"/\" + k; }");
        assertThat(call("(Callable<String>) () -> most(List.of(1, 3, 2))")).isEqualTo("3/42");
    }

    @Test
    void aLambdaKeptInAVariable() throws Throwable {
        session.run("Callable<Integer> c = () -> k * 2;");
        assertThat(call("c")).isEqualTo(84);
        session.run("Callable<Integer> c = () -> { int n = k; return n * 3; };");
        assertThat(call("c")).as("its code is moved to another class").isEqualTo(126);
        Captures captures = captures("(Callable<Integer>) () -> c.call()");
        assertThat(captures.reads()).containsExactly(session.variable("c").ref());
    }

    @Test
    void aCapturedLocalTravelsBesideIt() throws Throwable {
        session.run("Callable<Integer> add(int n) { int twice = 2 * n; return () -> twice + k; }");
        assertThat(call("add(4)")).isEqualTo(50);
    }

    @Test
    void recursion() throws Throwable {
        session.run("int fib(int n) { return n < 2 ? n + k : fib(n - 1) + odd(n - 2); }"
                + " int odd(int n) { return n == 0 ? k : fib(n); }");
        assertThat(call("(Callable<Integer>) () -> fib(3)")).isEqualTo(3 * 42 + 2);
        session.run("Function<Integer, Integer> fact = n -> n < 2 ? 1 : n * fact.apply(n - 1);");
        assertThat(captures("fact").reads())
                .containsExactly(session.variable("fact").ref());
    }

    @Test
    void severalVariablesAndTheirHolders() throws Throwable {
        session.run("String a = \"a\"; List<Integer> l = List.of(1, 2);");
        assertThat(call("(Callable<String>) () -> a + l.size() + k")).isEqualTo("a242");
        assertThat(captures("(Callable<String>) () -> a + l.size() + k").reads())
                .extracting(VariableRef::field)
                .containsExactlyInAnyOrder("a", "l", "k");
    }

    @Test
    void aResultIsAVariableToo() throws Throwable {
        session.run("6 * 7");
        assertThat(call("(Callable<Integer>) () -> _" + session.number() + " + 1"))
                .isEqualTo(43);
    }

    @Test
    void aTypeStaysOneClass() throws Throwable {
        session.run("record P(int x) { P plus(int n) { return new P(x + n); } }");
        Object made = call("(Callable<P>) () -> new P(1).plus(k)");
        assertThat(made).hasToString("P[x=43]");
        assertThat(made.getClass()).isSameAs(engine.load(made.getClass().getName()));
    }

    @Test
    void theReachedMethodsOfATypeMustNotRead() throws Throwable {
        session.run("record S(int x) { int scaled() { return x * k; } int plain() { return x; } }");
        assertThat(refusal("(Callable<Integer>) () -> new S(2).scaled()")).isEqualTo("S.scaled reads k" + PASS);
        assertThat(refusal("(Function<S, Integer>) S::scaled")).isEqualTo("S.scaled reads k" + PASS);
        assertThat(refusal("(Function<S, Integer>) s -> s.scaled()")).isEqualTo("S.scaled reads k" + PASS);
        assertThat(refusal("new S(1)")).isEqualTo("S.scaled reads k" + PASS);
        assertThat(call("(Callable<Integer>) () -> new S(2).plain() + k")).isEqualTo(44);
    }

    @Test
    void howeverTheTypeComesToIt() throws Throwable {
        session.run("int f() { return k; } record A(int x) { int up() { return f(); } }"
                + " enum E { X { int v() { return k; } }; int v() { return 0; } }"
                + " class C { static int base = k; int n = 1; }"
                + " class D { int d; D() { d = k; } }"
                + " class L { Supplier<Integer> s() { return () -> k; } static class In { int in() { return k; } } }"
                + " interface I { default int i() { return k; } }"
                + " class J implements I {} "
                + " record O(int x) implements Comparable<O> { public int compareTo(O o) { return x * k - o.x; } }");
        assertThat(refusal("(Callable<Integer>) () -> new A(1).up()")).isEqualTo("A.up reads k" + PASS);
        assertThat(refusal("(Callable<Integer>) () -> E.X.v()")).isEqualTo("E.v reads k" + PASS);
        assertThat(refusal("(Callable<Integer>) () -> C.base")).isEqualTo("The initialiser of C reads k" + PASS);
        assertThat(refusal("(Callable<Integer>) () -> new D().d")).isEqualTo("The constructor of D reads k" + PASS);
        assertThat(refusal("(Function<Integer, D>) n -> new D()")).isEqualTo("The constructor of D reads k" + PASS);
        assertThat(refusal("new L().s()")).isEqualTo("L.s reads k" + PASS);
        assertThat(refusal("(Callable<Integer>) () -> new L.In().in()")).isEqualTo("L.In.in reads k" + PASS);
        assertThat(refusal("(Callable<Integer>) () -> new J().i()")).isEqualTo("I.i reads k" + PASS);
        assertThat(refusal("(Callable<Object>) () -> Collections.max(List.of(new O(1), new O(2)))"))
                .isEqualTo("O.compareTo reads k" + PASS);
        assertThat(refusal("new J()")).isEqualTo("I.i reads k" + PASS);
    }

    @Test
    void anInterfaceOfTheSessionIsImplementedByALambda() throws Throwable {
        session.run("interface Op { int of(int n); default Op twice() { return n -> of(of(n)); } }"
                + " int run(Op op) { return op.twice().of(1); }");
        assertThat(call("(Callable<Integer>) () -> run(n -> n + k)")).isEqualTo(85);
        assertThat(captures("(Op) n -> n + k").reads()).hasSize(1);
    }

    @Test
    void anAssignmentIsRefused() throws Throwable {
        String refusal = "k is assigned in a task; return the value.";
        session.run("void bump() { k++; }");
        assertThat(refusal("(Callable<Integer>) () -> k = 3")).isEqualTo(refusal);
        assertThat(refusal("(Runnable) () -> bump()")).isEqualTo(refusal);
        assertThat(refusal("new Runnable() { public void run() { k += 2; } }")).isEqualTo(refusal);
    }

    @Test
    void whatIsNotDeclaredIsNamed() throws Throwable {
        String wrapper = session.compile("int w() { return nope(1) + k; }")
                .steps()
                .getFirst()
                .classes()
                .getFirst()
                .name();
        assertThat(session.compiler().captures(wrapper, "w", "()I").refusal().orElseThrow())
                .startsWith("This would run w (cell " + session.number() + "), which needs")
                .contains("nope(int)");
        session.run("int nope(int n) { return n; }");
        assertThat(session.compiler().captures(wrapper, "w", "()I").reads()).hasSize(1);
        assertThat(call("(Callable<Integer>) () -> w()")).isEqualTo(43);
    }

    @Test
    void newBodiesAreSeen() throws Throwable {
        session.run("int f() { return 1; } Callable<Integer> c = () -> f();");
        assertThat(captures("c").reads()).isEmpty();
        session.runEverywhere("int f() { return k; }");
        assertThat(captures("c").reads()).hasSize(1);
        assertThat(call("c")).isEqualTo(42);
    }

    @Test
    void codeThatIsNoneOfTheSessionsReachesNothing() {
        assertThat(session.compiler()
                        .captures("java.lang.String", "length", "()I")
                        .reads())
                .isEmpty();
        assertThat(session.compiler()
                        .captures("REPL.$JShell$999", "lambda$x$0", "()V")
                        .refusal())
                .isEmpty();
    }
}
