package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RequestId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs can be stopped, and the engine goes on with all its variables. */
abstract class StopSuite extends EngineConversation {

    /** Says that the cell has begun. */
    private static final String BEGUN = "System.out.print(\"begun\"); System.out.flush(); ";

    /** A thread in a variable that no holder guards. */
    private static final String THREAD = "((Thread) Class.forName(\"REPL.$JShell$2\").getField(\"t\").get(null))";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "long n = 0; while (true) n++;",
                "Thread.sleep(1_000_000);",
                "new CountDownLatch(1).await();",
                "synchronized (L) { L.wait(); }",
                "new CompletableFuture<Object>().get();",
                "for (;;) f(20);",
                "IntStream.range(0, 100).parallel().forEach(i -> { for (;;) {} });",
                "IntStream.iterate(0, i -> i + 1).forEach(i -> {});",
                "for (;;) try { f(5); } catch (Throwable t) {}",
                "for (;;) try { Thread.sleep(1000); } catch (InterruptedException e) {}",
                "Thread t = new Thread(() -> { for (;;) {} }); t.start(); t.join();",
                "Thread t = new Thread(() -> { synchronized (L) { for (;;) {} } }); t.start(); while (t.getState() =="
                        + " Thread.State.NEW) {} Thread.onSpinWait(); synchronized (L) { L.wait(); }",
                "Thread.ofVirtual().start(() -> { for (;;) {} }).join();",
                "try (var pool = Executors.newFixedThreadPool(2)) { pool.submit(() -> { for (;;) {} }).get(); }",
                "try { for (;;) {} } finally { System.out.print(\"closed\"); }",
                "System.in.read(); for (;;) {}",
                "new ReentrantLock() {{ new Thread(this::lock).start(); while (!isLocked()) {} }}.lock(); ",
            })
    void isStopped(String statements) {
        String members = "static final Object L = new Object();"
                + " static int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }";
        if (statements.contains("ReentrantLock")) {
            statements = "LinkedBlockingQueue<Object> q = new LinkedBlockingQueue<>(); q.take();";
        }
        assertThat(outcome(cell(1, "7", "public static int k;"))).isInstanceOf(Outcome.Value.class);
        RequestId running = startAndAwaitOutput(run(2, BEGUN + statements, members));
        long asked = System.nanoTime();
        Message.Stopping stopping = stop(running);
        ControllerEnd.Answer answer = controller.answer(running);
        assertThat(answer.done().outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(stopping.where()).extracting(Frame::className).contains("REPL.$JShell$2");
        assertThat(((Outcome.Stopped) answer.done().outcome()).where()).isEqualTo(stopping.where());
        assertThat(System.nanoTime() - asked).as("nanoseconds until stopped").isLessThan(10_000_000_000L);
        assertThat(value(cell(3, "out(1)"))).isEqualTo("7");
    }

    @Test
    void theStackTellsWhereItWasNewestFirst() {
        RequestId running = startAndAwaitOutput(
                run(1, "g();", "static void g() throws Exception { " + BEGUN + "Thread.sleep(1_000_000); }"));
        Message.Stopping stopping = stop(running);
        controller.answer(running);
        List<String> methods = stopping.where().stream().map(Frame::method).toList();
        assertThat(methods).endsWith("g", "do_it$");
        assertThat(stopping.where()).extracting(Frame::className).noneMatch(name -> name.startsWith("dev.tutti"));
    }

    @Test
    void finallyAndCloseRunWhenACellIsStopped() {
        String body = "try (AutoCloseable c = () -> { for (int i = 0; i < 5; i++) System.out.print(i); }) { " + BEGUN
                + "for (;;) {} } finally { System.out.print(\" finally\"); }";
        RequestId running = startAndAwaitOutput(run(1, body));
        stop(running);
        assertThat(controller.answer(running).text()).isEqualTo("01234 finally");
    }

    @Test
    void aCellThatPrintsWithoutEndIsStoppedThoughNobodyReads() {
        controller.pauseReading();
        RequestId running = controller.send(run(1, "for (;;) System.out.println(\"x\".repeat(1000));"));
        RequestId stop = controller.send(new Message.Stop(running));
        controller.resumeReading();
        assertThat(controller.next(stop)).isInstanceOf(Message.Stopping.class);
        assertThat(controller.answer(running).done().outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(value(cell(2, "1"))).isEqualTo("1");
    }

    @Test
    void aToStringThatNeverEndsIsStopped() {
        String members = "static class A { public String toString() { " + BEGUN + "for (;;) {} } }";
        RequestId running = startAndAwaitOutput(cell(1, "new A()", members));
        Message.Stopping stopping = stop(running);
        assertThat(controller.answer(running).done().outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(stopping.where()).extracting(Frame::method).contains("toString");
    }

    @Test
    void readingVariablesCanBeStoppedToo() {
        String members =
                "public static Object a; static class A { public String toString() { " + BEGUN + "for (;;) {} } }";
        controller.ask(declare(1, members, "a = new A()", "a"));
        RequestId reading = controller.send(new Message.ReadVariables(
                SESSION, List.of(variable(1, "a")), dev.tutti.engine.wire.RenderLimits.DEFAULT));
        assertThat(controller.next(reading)).isInstanceOf(Message.Output.class);
        stop(reading);
        assertThat(controller.answer(reading).reply()).isInstanceOf(Message.Failure.class);
        assertThat(value(cell(2, "1"))).isEqualTo("1");
    }

    @Test
    void stoppingWhatHasEndedIsHarmless() {
        RequestId first = controller.send(cell(1, "1"));
        controller.answer(first);
        assertThat(stop(first).where()).isEmpty();
        assertThat(stop(new RequestId(999)).where()).isEmpty();
        assertThat(value(cell(2, "2"))).isEqualTo("2");
    }

    @Test
    void aCellThatWaitsForItsTurnIsStoppedBeforeItBegins() {
        RequestId running = startAndAwaitOutput(run(1, BEGUN + "for (;;) {}"));
        RequestId waiting = controller.send(cell(2, "2"));
        assertThat(stop(waiting).where()).isEmpty();
        Message.Done done = controller.answer(waiting).done();
        assertThat(done.outcome()).isEqualTo(new Outcome.Stopped(List.of()));
        assertThat(done.completed()).isZero();
        stop(running);
        controller.answer(running);
        assertThat(value(cell(3, "3"))).isEqualTo("3");
    }

    @Test
    void threadsOfEarlierCellsAreNotStopped() {
        String fields = "public static Thread t; public static volatile boolean end; public static long n;";
        controller.ask(declare(1, fields, "end = false", "t", "end", "n"));
        controller.ask(run(
                5, "$JShell$1.t = new Thread(() -> { while (!$JShell$1.end) $JShell$1.n++; }); $JShell$1.t.start();"));
        RequestId running = startAndAwaitOutput(run(2, BEGUN + "for (;;) {}"));
        stop(running);
        controller.answer(running);
        assertThat(value(cell(3, "$JShell$1.t.isAlive()"))).isEqualTo("true");
        assertThat(outcome(run(4, "$JShell$1.end = true; $JShell$1.t.join();"))).isEqualTo(new Outcome.Nothing());
    }

    @Test
    void threadsThatTheStoppedCellStartedAreStoppedToo() {
        controller.know(cells.wrapper(1, "public static void spin() { for (;;) {} }"));
        controller.know(cells.unwoven(2, "public static Thread t = new Thread(() -> $JShell$1.spin());"));
        RequestId running = startAndAwaitOutput(
                run(3, THREAD + ".setDaemon(true); " + THREAD + ".start(); " + BEGUN + "for (;;) {}"));
        stop(running);
        controller.answer(running);
        assertThat(outcome(run(4, THREAD + ".join();"))).isEqualTo(new Outcome.Nothing());
    }

    @Test
    void variablesAssignedBeforeTheStopAreDefined() {
        controller.know(cells.wrapper(1, "public static int k;"));
        RequestId running = startAndAwaitOutput(run(2, "$JShell$1.k = 5; " + BEGUN + "for (;;) {}"));
        stop(running);
        assertThat(controller.answer(running).done().defined()).containsExactly(variable(1, "k"));
        assertThat(value(cell(3, "$JShell$1.k"))).isEqualTo("5");
    }

    @Test
    void anEngineCanBeStoppedAgainAndAgain() {
        controller.ask(
                run(1, "", "public static void spin() { System.out.print(\"x\"); System.out.flush(); for (;;) {} }"));
        for (int i = 2; i < 12; i++) {
            RequestId running = startAndAwaitOutput(run(i, "$JShell$1.spin();"));
            stop(running);
            assertThat(controller.answer(running).done().outcome()).isInstanceOf(Outcome.Stopped.class);
        }
        assertThat(value(cell(20, "1"))).isEqualTo("1");
    }

    @Test
    void signsOfLifeAndClassesAreServedWhileACellRuns() {
        controller.know(cells.wrapper(1, "public static int f() { return 1; }"));
        RequestId running = startAndAwaitOutput(run(2, BEGUN + "for (;;) $JShell$1.f();"));
        assertThat(controller.ask(new Message.Ping(0)).reply()).isInstanceOf(Message.Pong.class);
        stop(running);
        controller.answer(running);
        assertThat(controller.fetched).contains("REPL.$JShell$1");
    }

    @Test
    void aStopInsideAClassInitialiserTellsThatTheClassIsLost() {
        String members = "static class A { static int n; static { " + BEGUN + "while (n >= 0) n = 1; } }";
        RequestId running = startAndAwaitOutput(run(1, "A.n = 1;", members));
        stop(running);
        ControllerEnd.Answer answer = controller.answer(running);
        assertThat(answer.done().outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(answer.text()).contains("while A was being initialised");
        assertThat(value(cell(2, "2"))).isEqualTo("2");
    }

    @Test
    void noThreadOfAParallelStreamGoesOnAfterTheStop() {
        String body = BEGUN + "IntStream.range(0, 1000).parallel().forEach(i -> { for (;;) {} });";
        RequestId running = startAndAwaitOutput(run(1, body));
        stop(running);
        controller.answer(running);
        assertThat(value(cell(2, "ForkJoinPool.commonPool().awaitQuiescence(20, TimeUnit.SECONDS)")))
                .isEqualTo("true");
        assertThat(value(cell(3, "IntStream.range(0, 1000).parallel().sum()"))).isEqualTo("499500");
    }

    @Test
    void aPoolOfAnEarlierCellIsFreedAndGoesOnWorking() {
        String make = "public static final ExecutorService P = Executors.newFixedThreadPool(1);";
        String submit = "((ExecutorService) Class.forName(\"REPL.$JShell$1\").getField(\"P\").get(null)).submit";
        controller.know(cells.unwoven(1, make));
        assertThat(value(cell(2, submit + "(() -> 5).get()"))).isEqualTo("5");
        RequestId running = startAndAwaitOutput(run(3, submit + "(() -> { " + BEGUN + "for (;;) {} }).get();"));
        stop(running);
        controller.answer(running);
        assertThat(value(cell(4, submit + "(() -> 6).get()"))).isEqualTo("6");
    }
}
