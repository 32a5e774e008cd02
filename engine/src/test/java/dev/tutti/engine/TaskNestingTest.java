package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.execute.MainThread;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A task that waits for others lends its engine to those that are queued there. The client library is stood in for by
 * a system property: a function that waits as the library does, for a future that the test, or another task, completes.
 */
final class TaskNestingTest extends TaskConversation {

    private static final String AWAIT = "tutti.test.await";
    private static final String DONE = "tutti.test.done";
    private static final String IS_DONE = "tutti.test.isDone";

    /** Waits for the future of a name; and completes it. */
    private static final String MEMBERS =
            "@SuppressWarnings(\"unchecked\") static Object say(String what, String name) {"
                    + " return ((Function<String, Object>) System.getProperties().get(what)).apply(name); }"
                    + " static Object await(String name) { return say(\"" + AWAIT + "\", name); }"
                    + " static Object done(String name) { return say(\"" + DONE + "\", name); }";

    @Override
    TestEngine.Launch launch() {
        return InProcessEngine::start;
    }

    private final Map<String, CompletableFuture<String>> futures = new ConcurrentHashMap<>();

    @BeforeEach
    void offerToWait() {
        Function<String, Object> await = this::await;
        Function<String, Object> done = name -> future(name).complete(name);
        System.getProperties().put(AWAIT, await);
        Function<String, Object> isDone = name -> future(name).isDone();
        System.getProperties().put(DONE, done);
        System.getProperties().put(IS_DONE, isDone);
        controller.know(cells.wrapper(1, MEMBERS.replace("static Object", "public static Object")));
    }

    @AfterEach
    void withdrawTheOffer() {
        System.getProperties().remove(AWAIT);
        System.getProperties().remove(DONE);
        System.getProperties().remove(IS_DONE);
    }

    private CompletableFuture<String> future(String name) {
        return futures.computeIfAbsent(name, _ -> new CompletableFuture<>());
    }

    /** What a client's {@code get()} does. */
    private Object await(String name) {
        try {
            CompletableFuture<String> future = future(name);
            return MainThread.await(future, TimeUnit.MINUTES.toNanos(1)) ? future.getNow("?") : "too late";
        } catch (InterruptedException _) {
            return "interrupted";
        }
    }

    @Test
    void aTaskThatWaitsLetsQueuedTasksRun() {
        RequestId waiting = start(call(2, "() -> \"got \" + $JShell$1.await(\"a\")"));
        RequestId other = start(call(3, "() -> $JShell$1.done(\"a\")"));
        assertThat(end(other)).isInstanceOf(TaskOutcome.Value.class);
        assertThat(given(waiting)).isEqualTo("got a");
    }

    @Test
    void theControllerIsToldThatATaskWaits() {
        RequestId waiting = start(call(2, "() -> $JShell$1.await(\"a\")"));
        assertThat(controller.next(waiting)).isEqualTo(new TaskMessage.RunWaits(waiting, true));
        future("a").complete("a");
        assertThat(controller.next(waiting)).isEqualTo(new TaskMessage.RunWaits(waiting, false));
        assertThat(end(waiting)).isInstanceOf(TaskOutcome.Value.class);
    }

    @Test
    void aCellAtAnEngineThatWaitsLetsTasksRunButNoCells() {
        RequestId waiting = controller.send(cell(2, "$JShell$1.await(\"a\")"));
        assertThat(controller.next(waiting)).isEqualTo(new TaskMessage.RunWaits(waiting, true));
        RequestId cell = controller.send(cell(3, "$JShell$1.done(\"a\")"));
        RequestId task = start(call(4, "() -> 4"));
        assertThat(given(task)).isEqualTo(4);
        assertThat(future("a").isDone()).isFalse();
        future("a").complete("a");
        assertThat(controller.next(waiting)).isEqualTo(new TaskMessage.RunWaits(waiting, false));
        assertThat(controller.answer(waiting).done().outcome()).isInstanceOf(dev.tutti.engine.wire.Outcome.Value.class);
        controller.answer(cell);
    }

    @Test
    void outputBelongsToTheTaskThatPrints() {
        RequestId waiting =
                start(call(2, "() -> { System.out.print(1); $JShell$1.await(\"a\"); System.out.print(3); return 1; }"));
        RequestId other = start(call(3, "() -> { System.out.print(2); $JShell$1.done(\"a\"); return 1; }"));
        assertThat(controller.taskAnswer(other).text()).isEqualTo("2");
        assertThat(controller.taskAnswer(waiting).text()).isEqualTo("13");
    }

    @Test
    void aTaskFindsItsPlaceAgainWhenItGoesOn() {
        RequestId waiting = controller.newId();
        TaskFunction outer = call(
                2,
                "() -> rank() + $JShell$1.await(\"a\").toString() + rank()"
                        + " + (Thread.currentThread().getContextClassLoader() == $JShell$1.class.getClassLoader())");
        controller.send(new TaskMessage.Run(SESSION, CLIENT, engines(1, 2), List.of(outer), List.of(spec(waiting, 0))));
        RequestId other = start(call(3, "() -> { $JShell$1.done(\"a\"); return rank(); }"));
        assertThat(end(other)).isInstanceOf(TaskOutcome.Thrown.class);
        assertThat(given(waiting)).isEqualTo("1a1true");
    }

    @Test
    void framesEndAtTheTaskThatThrew() {
        RequestId waiting = start(call(2, "() -> $JShell$1.await(\"a\")"));
        TaskFunction inner = call(3, "() -> { $JShell$1.done(\"a\"); throw new RuntimeException(); }");
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(inner);
        assertThat(thrown.fault().frames()).extracting(Frame::className).containsOnly("REPL.$JShell$3");
        end(waiting);
    }

    @Test
    void twoHundredTasksThatWaitForEachOtherEndOnOneEngine() {
        TaskFunction function = call(written(
                2,
                "Fn<Integer, Object>",
                "i -> { if (i > 0) $JShell$1.await(\"f\" + (i - 1)); return $JShell$1.done(\"f\" + i); }"));
        List<RequestId> runs = new ArrayList<>();
        for (int i = 200; i >= 0; i--) {
            runs.add(start(function, i));
        }
        runs.forEach(run -> assertThat(end(run)).isInstanceOf(TaskOutcome.Value.class));
    }

    @Test
    void aTaskWithLittleStackLeftWaitsWithoutLending() {
        String deep = "static Object deep(int n) { try { return 1 + (int) deep(n + 1); } catch (StackOverflowError e) {"
                + " return lean(e); } } static Object lean(Error e) { $JShell$1.await(\"a\"); return 0; }";
        RequestId waiting = start(call(2, "() -> deep(0)", deep));
        RequestId other = start(call(3, "() -> 3"));
        future("a").complete("a");
        assertThat(end(waiting)).isNotNull();
        assertThat(given(other)).isEqualTo(3);
    }

    @Test
    void aStopOfTheWaitingTaskInterruptsItsWaiting() {
        RequestId waiting = start(call(2, "() -> $JShell$1.await(\"a\")"));
        assertThat(controller.next(waiting)).isEqualTo(new TaskMessage.RunWaits(waiting, true));
        Message.Stopping stopping = stop(waiting);
        assertThat(stopping.where()).isNotNull();
        assertThat(end(waiting)).isInstanceOf(TaskOutcome.Stopped.class);
        assertThat(valueOf(call(3, "() -> 3"))).isEqualTo(3);
    }

    @Test
    void aStopOfTheInnerTaskLeavesTheWaitingOneAlone() {
        RequestId waiting = start(call(2, "() -> \"got \" + $JShell$1.await(\"a\")"));
        RequestId inner = startAndAwaitOutput(
                call(written(3, "Action", "() -> { System.out.print(1); System.out.flush(); for (;;) {} }")));
        Message.Stopping stopping = stop(inner);
        assertThat(stopping.where())
                .extracting(Frame::className)
                .contains("REPL.$JShell$3")
                .doesNotContain("REPL.$JShell$2");
        assertThat(end(inner)).isInstanceOf(TaskOutcome.Stopped.class);
        future("a").complete("a");
        assertThat(given(waiting)).isEqualTo("got a");
    }

    @Test
    void aStopOfTheWaitingTaskLetsTheInnerOneEndFirst() {
        RequestId waiting = start(call(2, "() -> \"got \" + $JShell$1.await(\"a\")"));
        RequestId inner = startAndAwaitOutput(call(
                3,
                "() -> { System.out.print(1); System.out.flush(); while (!(boolean) $JShell$1.say(\"" + IS_DONE
                        + "\", \"b\")) {} return \"whole\"; }"));
        Message.Stopping stopping = stop(waiting);
        assertThat(stopping.where())
                .extracting(Frame::className)
                .contains("REPL.$JShell$2")
                .doesNotContain("REPL.$JShell$3");
        future("b").complete("b");
        assertThat(given(inner)).isEqualTo("whole");
        assertThat(end(waiting)).isInstanceOf(TaskOutcome.Stopped.class);
    }

    @Test
    void aWaitThatIsOverInTimeSaysSo() {
        Function<String, Object> briefly = name -> {
            try {
                return MainThread.await(future(name), 1_000_000);
            } catch (InterruptedException e) {
                return e;
            }
        };
        System.getProperties().put(AWAIT, briefly);
        assertThat(valueOf(call(2, "() -> $JShell$1.await(\"never\")"))).isEqualTo(false);
        future("b").completeExceptionally(new RuntimeException());
        assertThat(valueOf(call(3, "() -> $JShell$1.await(\"b\")"))).isEqualTo(true);
    }

    private TaskOutcome end(RequestId run) {
        return controller.taskAnswer(run).outcome();
    }

    private Object given(RequestId run) {
        return value(((TaskOutcome.Value) end(run)).value());
    }
}
