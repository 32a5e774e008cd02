package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each task can be stopped alone. */
abstract class TaskStopSuite extends TaskConversation {

    private static final String BEGUN = "System.out.print(\"begun\"); System.out.flush(); ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "try { Thread.sleep(1_000_000); } catch (InterruptedException e) {}",
                "try { new CountDownLatch(1).await(); } catch (InterruptedException e) { for (;;) {} }",
                "IntStream.range(0, 100).parallel().forEach(i -> { for (;;) {} });",
            })
    void aRunningTaskIsStopped(String statements) {
        RequestId run = startAndAwaitOutput(call(written(1, "Action", "() -> { " + BEGUN + statements + " }")));
        Message.Stopping stopping = stop(run);
        TaskOutcome.Stopped stopped =
                (TaskOutcome.Stopped) controller.taskAnswer(run).outcome();
        assertThat(stopped.where()).isEqualTo(stopping.where());
        assertThat(stopped.where()).extracting(Frame::className).contains("REPL.$JShell$1");
        assertThat(valueOf(call(2, "() -> 5"))).isEqualTo(5);
    }

    @Test
    void aTaskThatWaitsForItsTurnIsStoppedBeforeItBegins() {
        RequestId running = startAndAwaitOutput(call(written(1, "Action", "() -> { " + BEGUN + "for (;;) {} }")));
        RequestId waiting = start(call(2, "() -> { System.out.print(\"never\"); return 1; }"));
        RequestId last = start(call(3, "() -> 3"));
        assertThat(stop(waiting).where()).isEmpty();
        ControllerEnd.TaskAnswer answer = controller.taskAnswer(waiting);
        assertThat(answer.outcome()).isEqualTo(new TaskOutcome.Stopped(List.of()));
        assertThat(answer.end().startedMillis()).as("it never began").isZero();
        assertThat(answer.text()).isEmpty();
        stop(running);
        controller.taskAnswer(running);
        assertThat(controller.taskAnswer(last).outcome()).isInstanceOf(TaskOutcome.Value.class);
    }

    @Test
    void whatIsRecalledAndHasNotBegunIsGivenBack() {
        RequestId running = startAndAwaitOutput(call(written(1, "Action", "() -> { " + BEGUN + "for (;;) {} }")));
        RequestId first = start(call(2, "() -> { System.out.print(\"never\"); return 1; }"));
        RequestId kept = start(call(3, "() -> 3"));
        RequestId second = start(call(4, "() -> 4"));
        controller.send(new TaskMessage.Recall(List.of(second, running, first, new RequestId(12345))));
        for (RequestId run : List.of(first, second)) {
            ControllerEnd.TaskAnswer answer = controller.taskAnswer(run);
            assertThat(answer.outcome()).isEqualTo(new TaskOutcome.Stopped(List.of()));
            assertThat(answer.end().startedMillis()).as("it never began").isZero();
            assertThat(answer.told()).isEmpty();
        }
        stop(running);
        assertThat(controller.taskAnswer(running).end().startedMillis()).isPositive();
        assertThat(controller.taskAnswer(kept).outcome()).isInstanceOf(TaskOutcome.Value.class);
    }

    @Test
    void recallingATaskThatHasEndedSaysNothing() {
        RequestId run = start(call(1, "() -> 1"));
        controller.taskAnswer(run);
        controller.send(new TaskMessage.Recall(List.of(run)));
        assertThat(valueOf(call(2, "() -> 2"))).isEqualTo(2);
        assertThat(controller.endFrames).containsExactly(1, 1);
    }

    @Test
    void stoppingATaskThatHasEndedIsHarmless() {
        RequestId run = start(call(1, "() -> 1"));
        controller.taskAnswer(run);
        assertThat(stop(run).where()).isEmpty();
        assertThat(valueOf(call(2, "() -> 2"))).isEqualTo(2);
    }

    @Test
    void onlyTheTaskNamedIsStoppedOfMany() {
        TaskFunction function =
                call(written(1, "Fn<Integer, Object>", "i -> { " + BEGUN + "while (i == 3) {} return i; }"));
        List<RequestId> runs = List.of(
                start(function, 1), start(function, 2), start(function, 3), start(function, 4), start(function, 5));
        assertThat(controller.next(runs.get(2))).isInstanceOf(Message.Output.class);
        stop(runs.get(2));
        for (int i = 0; i < 5; i++) {
            TaskOutcome outcome = controller.taskAnswer(runs.get(i)).outcome();
            assertThat(outcome).isInstanceOf(i == 2 ? TaskOutcome.Stopped.class : TaskOutcome.Value.class);
        }
    }

    @Test
    void aTaskThatPrintsWithoutEndIsStoppedThoughNobodyReads() {
        controller.pauseReading();
        RequestId run = start(call(written(1, "Action", "() -> { for (;;) System.out.println(\"x\".repeat(1000)); }")));
        RequestId stop = controller.send(new Message.Stop(run));
        controller.resumeReading();
        assertThat(controller.next(stop)).isInstanceOf(Message.Stopping.class);
        assertThat(controller.taskAnswer(run).outcome()).isInstanceOf(TaskOutcome.Stopped.class);
        assertThat(valueOf(call(2, "() -> 2"))).isEqualTo(2);
    }

    @Test
    void aTaskIsStoppedWhileItWaitsForItsContext() throws Exception {
        controller.keepsContexts = true;
        TaskFunction function = call(new dev.tutti.engine.wire.ContextId(1, 2), written(1, "Call<Object>", "() -> 1"));
        RequestId run = start(function);
        controller.contextAsked.await();
        stop(run);
        assertThat(controller.taskAnswer(run).outcome()).isInstanceOf(TaskOutcome.Stopped.class);
        assertThat(valueOf(call(2, "() -> 2"))).isEqualTo(2);
    }

    @Test
    void aStopWhileTheValueIsEncodedEndsTheTaskToo() {
        String type = "static class Slow implements java.io.Serializable { private void writeObject(java.io"
                + ".ObjectOutputStream out) { " + BEGUN + "for (;;) {} } }";
        RequestId run = startAndAwaitOutput(call(1, "() -> new Slow()", type));
        stop(run);
        assertThat(controller.taskAnswer(run).outcome()).isInstanceOf(TaskOutcome.Stopped.class);
    }

    @Test
    void aStoppedTaskMayFinishWhatItCloses() {
        RequestId run = startAndAwaitOutput(call(
                written(1, "Action", "() -> { try { " + BEGUN + "for (;;) {} } finally { System.out.print(2); } }")));
        stop(run);
        assertThat(controller.taskAnswer(run).text()).isEqualTo("2");
    }

    @Test
    void aCellAfterAStoppedTaskRunsUndisturbed() {
        RequestId run = startAndAwaitOutput(call(written(1, "Action", "() -> { " + BEGUN + "for (;;) {} }")));
        RequestId cell = controller.send(cell(2, "IntStream.range(0, 1000).parallel().sum()"));
        stop(run);
        controller.taskAnswer(run);
        assertThat(controller.answer(cell).done().outcome()).isInstanceOf(dev.tutti.engine.wire.Outcome.Value.class);
    }
}
