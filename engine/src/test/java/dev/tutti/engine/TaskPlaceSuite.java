package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a task runs, and what it tells of itself. */
abstract class TaskPlaceSuite extends TaskConversation {

    @Test
    void aDirectCallHasARankAmongItsTargets() {
        RequestId run = controller.newId();
        TaskFunction function = call(1, "() -> rank() + \" of \" + size()");
        controller.send(
                new TaskMessage.Run(SESSION, CLIENT, engines(0, 2, 7), List.of(function), List.of(spec(run, 0))));
        TaskOutcome.Value outcome =
                (TaskOutcome.Value) controller.taskAnswer(run).outcome();
        assertThat(value(outcome.value())).isEqualTo("1 of 3");
    }

    @Test
    void aBalancedTaskHasNone() {
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(1, "() -> rank()"));
        assertThat(thrown.fault().message().orElseThrow())
                .startsWith(
                        "rank() has no meaning in a balanced task: it could run on any engine, and runs on engine 2.");
        assertThat(valueOf(call(2, "() -> engineId()"))).isEqualTo(2);
    }

    @Test
    void aTaskRunsInItsSession() {
        assertThat(valueOf(call(
                        1, "() -> Thread.currentThread().getContextClassLoader() == $JShell$1.class.getClassLoader()")))
                .isEqualTo(true);
        assertThat(valueOf(call(2, "() -> Thread.currentThread().getName()"))).isEqualTo("engine-main");
    }

    @Test
    void theLastProgressIsAlwaysTold() {
        RequestId run = start(
                call(1, "() -> { for (int i = 1; i <= 10_000; i++) progress(i, 10_000, \"step \" + i); return 1; }"));
        List<Message> told = controller.taskAnswer(run).told();
        assertThat(told.getLast()).isEqualTo(new TaskMessage.RunProgress(run, 10_000, 10_000, "step 10000"));
        assertThat(told).hasSizeLessThan(100);
    }

    @Test
    void progressIsToldWhileTheTaskRuns() {
        RequestId run = start(call(1, "() -> { progress(1, 3); progress(2, 3); for (;;) {} }"));
        Message message = controller.next(run);
        while (!message.equals(new TaskMessage.RunProgress(run, 2, 3, ""))) {
            message = controller.next(run);
        }
        stop(run);
        assertThat(controller.taskAnswer(run).outcome()).isInstanceOf(TaskOutcome.Stopped.class);
    }

    @Test
    void progressInACellIsHeardByNobody() {
        RequestId cell = controller.send(run(1, "progress(1, 2);"));
        assertThat(controller.answer(cell).outputs()).isEmpty();
        assertThat(controller.next(controller.send(new Message.Ping(0)))).isInstanceOf(Message.Pong.class);
    }

    @Test
    void negativeProgressIsAMistake() {
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(written(1, "Action", "() -> progress(-1, 2)")));
        assertThat(thrown.fault().message()).contains("Progress is told in numbers from 0 up, not -1 of 2.");
    }
}
