package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where classes come from, who sees them, and how they change. */
abstract class ClassesSuite extends EngineConversation {

    @Test
    void missingClassesAreFetchedWhileTheCellRuns() {
        controller.know(
                cells.wrapper(1, "public static int f() { return new B().n; } public static class B { int n = 5; }"));
        assertThat(value(cell(2, "$JShell$1.f()"))).isEqualTo("5");
        assertThat(controller.fetched).containsExactly("REPL.$JShell$1", "REPL.$JShell$1$B");
    }

    @Test
    void severalThreadsMayMissClassesAtOnce() {
        controller.know(cells.wrapper(1, "public static class A { public int n() { return 1; } }"));
        controller.know(cells.wrapper(2, "public static class A { public int n() { return 2; } }"));
        String both = "Stream.<Callable<Integer>>of(() -> new $JShell$1.A().n(), () -> new"
                + " $JShell$2.A().n()).parallel().mapToInt(c -> { try { return c.call(); } catch (Exception e) {"
                + " throw new Error(e); } }).sum()";
        assertThat(value(cell(3, both))).isEqualTo("3");
    }

    @Test
    void aClassThatNobodyKnowsIsAnOrdinaryError() {
        cells.wrapper(1, "public static int f() { return 1; }");
        Outcome.Thrown thrown = (Outcome.Thrown) outcome(cell(2, "$JShell$1.f()"));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.NoClassDefFoundError");
    }

    @Test
    void userCodeSeesTheApiAndNothingElseOfOurs() {
        String find = "static boolean sees(String name) {"
                + " try { Class.forName(name); return true; } catch (ClassNotFoundException e) { return false; } }";
        assertThat(value(cell(1, "sees(\"dev.tutti.client.Here\") + \" \" + sees(\"dev.tutti.engine.Engine\")", find)))
                .isEqualTo("\"true false\"");
    }

    @Test
    void theContextClassLoaderFindsTypesOfThePrompt() {
        String load = "Thread.currentThread().getContextClassLoader().loadClass(\"REPL.$JShell$1$P\").getSimpleName()";
        assertThat(value(cell(1, load, "public static class P {}"))).isEqualTo("\"P\"");
    }

    @Test
    void sessionsDoNotShareClassesOrResults() {
        assertThat(value(cell(1, "++C.n", "static class C { static int n; }"))).isEqualTo("1");
        Message.Execute other = cell(1, "++C.n", "static class C { static int n; }");
        Message.Execute elsewhere = new Message.Execute(
                new SessionId(8),
                other.cell(),
                other.targets(),
                other.classes(),
                List.of(),
                other.entries(),
                true,
                other.limits());
        assertThat(value(elsewhere)).isEqualTo("1");
    }

    @Test
    void aClassPathThatGrowsHasClassesAndResourcesAndKeepsTheState(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Lib.java"), "package lib; public class Lib { public static int n() { return 7; } }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        Message.Execute count = cell(1, "++C.n", "static class C { static int n; }");
        assertThat(value(count)).isEqualTo("1");

        Message.ExtendClassPath extend = new Message.ExtendClassPath(SESSION, List.of(folder.toString()));
        assertThat(controller.ask(extend).reply()).isEqualTo(new Message.Ack());
        assertThat(controller.ask(extend).reply()).isEqualTo(new Message.Ack());

        String call = "Class.forName(\"lib.Lib\").getMethod(\"n\").invoke(null) + \" \""
                + " + (Thread.currentThread().getContextClassLoader().getResource(\"Lib.java\") != null)";
        assertThat(value(cell(2, call))).isEqualTo("\"7 true\"");
        assertThat(value(count)).isEqualTo("2");
    }

    @Test
    void aClassPathThatCannotBeReadIsNamed() {
        Message.ExtendClassPath extend = new Message.ExtendClassPath(SESSION, List.of("/nowhere/a.jar"));

        assertThat(controller.ask(extend).reply())
                .isEqualTo(new Message.Failure("Its host cannot read /nowhere/a.jar."));
    }

    @Test
    void aClosedSessionBeginsAnew() {
        Message.Execute count = cell(1, "++C.n", "static class C { static int n; }");
        assertThat(value(count)).isEqualTo("1");
        assertThat(value(count)).isEqualTo("2");
        assertThat(controller.ask(new Message.CloseSession(SESSION)).reply()).isEqualTo(new Message.Ack());
        assertThat(value(count)).isEqualTo("1");
    }

    @Test
    void redefinedBeforeUseAClassTakesItsNewestBytes() {
        List<ClassFile> first = cells.wrapper(1, "public static int f() { return 1; }");
        assertThat(outcome(execute(List.of(), first, List.of()))).isEqualTo(new Outcome.Nothing());
        List<ClassFile> second = cells.wrapper(1, "public static int f() { return 2; }");
        assertThat(controller.ask(new Message.Redefine(SESSION, second)).reply())
                .isEqualTo(new Message.Ack());
        assertThat(value(cell(2, "$JShell$1.f()"))).isEqualTo("2");
    }

    @Test
    void aLoadedClassIsRedefinedWithItsValuesKeptOrTheReasonWhyNotIsTold() {
        List<ClassFile> first = cells.wrapper(1, "public static int n = 5; public static int f() { return n; }");
        assertThat(outcome(execute(List.of(), first, List.of()))).isEqualTo(new Outcome.Nothing());
        assertThat(outcome(declare(3, "public static int unused;", "$JShell$1.n = 6", "unused")))
                .isEqualTo(new Outcome.Nothing());
        List<ClassFile> second = cells.wrapper(1, "public static int n = 5; public static int f() { return n * 100; }");
        RequestId id = controller.send(execute(List.of(), List.of(), second));
        Message.Reply reply = controller.answer(id).reply();
        if (engine.hasAgent()) {
            assertThat(reply).isInstanceOf(Message.Done.class);
            assertThat(value(cell(4, "$JShell$1.f()"))).isEqualTo("600");
        } else {
            assertThat(((Message.Failure) reply).reason()).contains("REPL.$JShell$1", "-javaagent");
        }
    }

    @Test
    void aClassOfAnotherShapeIsRefusedWithAReason() {
        controller.ask(cell(1, "1"));
        List<ClassFile> other = cells.wrapper(1, "public static int more; public static Object do_it$() { return 1; }");
        Message.Reply reply =
                controller.ask(new Message.Redefine(SESSION, other)).reply();
        assertThat(((Message.Failure) reply).reason()).contains("REPL.$JShell$1");
        assertThat(value(cell(2, "2"))).isEqualTo("2");
    }
}
