package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tutti.engine.wire.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes to engines is valid, can be stopped, and needs nothing that engines lack. */
final class WeavingTest {

    private static final String[] CELLS = {
        "record P<T extends Comparable<T>>(T x, int... more) { P { if (more.length > 3) throw new"
                + " IllegalArgumentException(); } }",
        "enum E { A { int v() { return 1; } }, B; int v() { return 2; } static final Map<String, E> ALL = new"
                + " HashMap<>(); static { for (E e : values()) ALL.put(e.name(), e); } }",
        "sealed interface S permits X, Y {} record X(int a) implements S {} record Y(String b, S s) implements S {}",
        "int k = 3; List<Integer> l = new ArrayList<>(List.of(1, 2, 3));",
        "int eval(Object o) { return switch (o) { case X(int a) when a > k -> a; case Y(String b, X(var c)) ->"
            + " b.length() + c; case E e when e == E.A -> e.v(); case int[] n -> n[0]; case null -> -1; default -> 0;"
            + " }; }",
        "String s(E e) { return switch (e) { case A -> \"a\" + k; case B -> { try { yield \"b\" + l.get(9); } catch"
                + " (IndexOutOfBoundsException x) { yield \"c\"; } finally { k++; } } }; }",
        "int loops(int n) { int r = 0; outer: for (int i = 0; i < n; i++) { for (Integer v : l) { if (v == 2) continue"
                + " outer; do { r += v; } while (r % 3 != 0 && r < 100); } while (r > 1000) r /= 2; } return r; }",
        "class Outer { class Inner { int v = k; int up() { return Outer.this.base + v; } } int base = 4; static class"
            + " Nest<T> { T t; Nest(T t) { this.t = t; } } synchronized int locked() { synchronized (this) { return k;"
            + " } } }",
        "Comparator<Object> c = Comparator.comparing((Object o) -> o.toString()).thenComparing(Object::hashCode);",
        "var anon = new Object() { int n = k; int twice() { Supplier<Integer> s = () -> n * k; return s.get(); } };",
        "Object merged(boolean b) { Object o = b ? new X(1) : new Y(\"q\", new X(2)); S s = b ? new X(1) : new Y(\"\","
                + " null); Number n = b ? (Number) 1 : (Number) 2.0; return o.toString() + s + n; }",
        "long sum = 0; for (long i = 0; i < 1_000; i++) { sum += switch ((int) (i % 3)) { case 0 -> i; case 1 -> k;"
                + " default -> 1; }; }",
        "Runnable r = (Runnable & java.io.Serializable) () -> { k++; assert k > 0 : \"k\"; };",
        "interface Shape { default double area() { return side() * side(); } double side(); static Shape of(double d)"
                + " { return () -> d; } private int hidden() { return 1; } }",
        "@interface Note { String value() default \"n\"; } @Note(\"x\") class Noted<T extends Exception> { void go(T"
                + " t) throws T { throw t; } }",
        "int waiting() { return notYet() + k; } class Half { int m() { return alsoNotYet(); } int n() { return 1; } }",
        "int[][] grid = {{1, 2}, {3}}; int total = 0; for (int[] row : grid) for (int v : row) total += v;",
        "try (var in = new java.io.StringReader(\"x\")) { in.read(); } catch (java.io.IOException | RuntimeException"
                + " e) { throw e; }",
    };

    private final Session session = new Session("java.util.*", "java.util.function.*");
    private final Map<String, ClassFile> sent = new HashMap<>();

    @AfterEach
    void close() {
        session.close();
    }

    private void send(CompiledCell cell) {
        cell.steps().forEach(s -> {
            s.classes().forEach(c -> sent.put(c.name(), c));
            s.redefinitions().forEach(c -> sent.put(c.name(), c));
        });
    }

    private ClassHierarchyResolver hierarchy() {
        return ClassHierarchyResolver.ofResourceParsing(type -> {
                    ClassFile file = sent.get(WrapperName.binary(type));
                    return file == null ? null : new java.io.ByteArrayInputStream(file.bytes());
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    @Test
    void everyWovenClassIsValid() throws Throwable {
        for (String cell : CELLS) {
            CompiledCell compiled = session.compile(cell);
            send(compiled);
            session.local().run(compiled);
        }
        java.lang.classfile.ClassFile verifier = java.lang.classfile.ClassFile.of(
                java.lang.classfile.ClassFile.ClassHierarchyResolverOption.of(hierarchy()));
        assertThat(sent).hasSizeGreaterThan(40);
        for (ClassFile file : sent.values()) {
            assertThat(verifier.verify(file.bytes())).as(file.name()).isEmpty();
            assertThat(session.local().load(file.name())).isNotNull();
        }
        assertThat(session.run("eval(new Y(\"ab\", new X(1))) + s(E.B) + loops(4) + new Outer().new Inner().up() +"
                        + " merged(true)"))
                .isInstanceOf(String.class);
    }

    @Test
    void nothingRefersToJShell() {
        for (String cell : CELLS) {
            send(session.compile(cell));
        }
        List<String> used = new ArrayList<>();
        for (ClassFile file : sent.values()) {
            ClassModel model = java.lang.classfile.ClassFile.of().parse(file.bytes());
            model.methods().stream().flatMap(m -> m.code().stream()).forEach(code -> {
                for (CodeElement element : code) {
                    if (element instanceof InvokeInstruction call) {
                        used.add(call.owner().asInternalName());
                    }
                }
            });
        }
        assertThat(used).contains("dev/tutti/woven/UnresolvedException").noneMatch(n -> n.startsWith("jdk/jshell"));
    }

    @Test
    void loopsAndCallsCanBeStopped() throws Throwable {
        session.run("int r = 0; int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }");
        int before = Place.stopChecks();
        session.run("for (int i = 0; i < 1000; i++) r += i;");
        assertThat(Place.stopChecks() - before).isGreaterThanOrEqualTo(1000);
        before = Place.stopChecks();
        session.run("fib(10)");
        assertThat(Place.stopChecks() - before).isGreaterThan(170);
        before = Place.stopChecks();
        session.run("int n = 0; while (true) { n++; if (n > 50) break; }");
        assertThat(Place.stopChecks() - before).isGreaterThanOrEqualTo(50);
        before = Place.stopChecks();
        session.run("List.of(1, 2, 3).forEach(v -> { Objects.requireNonNull(v); })");
        assertThat(Place.stopChecks() - before).isGreaterThanOrEqualTo(3);
    }

    @Test
    void unresolvedCodeSaysSo() throws Throwable {
        session.run("class Half { int m() { return notYet(); } } Object o = null;");
        assertThat(session.rejected("new Half().m()").getFirst().message())
                .contains("Half")
                .contains("notYet()");
        session.run("int notYet() { return 4; }");
        assertThat(session.run("new Half().m()")).isEqualTo(4);
    }

    @Test
    void deepNestingIsRejectedNotFatal() throws Throwable {
        String deep = "1" + " + (1".repeat(8_000) + ")".repeat(8_000);
        assertThat(session.rejected(deep)).isNotEmpty();
        assertThat(session.run("1 + 1")).isEqualTo(2);
    }

    @Test
    void aMethodTooLargeIsAnErrorOfTheCell() throws Throwable {
        StringBuilder large = new StringBuilder("int big() { int x = 0;\n");
        large.append("x += System.identityHashCode(x);\n".repeat(8_000));
        assertThat(session.rejected(large + "return x; }").getFirst().message()).contains("too large");
        assertThat(session.run("1 + 1")).isEqualTo(2);
    }

    @Test
    void aCellOfAMegabyteCompiles() throws Throwable {
        StringBuilder large = new StringBuilder();
        for (int i = 0; large.length() < 1_000_000; i++) {
            large.append("// a line of comment that is quite long, to fill the cell up with something harmless ")
                    .append(i)
                    .append('\n');
        }
        assertThat(session.run(large + "40 + 2")).isEqualTo(42);
        assertThat(frameOf(large + "1 / 0")).isGreaterThan(10_000);
    }

    private int frameOf(String java) {
        Throwable thrown = catchThrowable(() -> session.run(java));
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getMethodName().equals("do_it$")) {
                return frame.getLineNumber();
            }
        }
        return -1;
    }
}
