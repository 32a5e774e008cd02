package dev.tutti.kernel.controller;

import static dev.tutti.kernel.controller.Scenario.connection;
import static dev.tutti.kernel.controller.Scenario.engine;
import static dev.tutti.kernel.controller.Scenario.only;
import static dev.tutti.kernel.controller.Scenario.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.fake.FakeTasks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the output of tasks whose client does not read. */
final class TaskFlowTest {

    private static final int SLOW = 100;
    private static final int OTHER = 101;
    private static final Instruction HOLD = new Instruction.Read(connection(1), false);
    private static final Instruction GO_ON = new Instruction.Read(connection(1), true);

    private final Scenario scenario = new Scenario();
    private RequestId run;

    @BeforeEach
    void aTaskOfASlowClientRuns() {
        scenario.engines(1);
        scenario.client(SLOW);
        scenario.client(OTHER);
        run = Scenario.run(scenario.received(SLOW, 0, FakeTasks.direct(List.of(engine(0)), "hang:")));
    }

    @Test
    void anEngineThatPrintsForAClientThatDoesNotReadIsHeld() {
        writable(SLOW, false);

        assertThat(print("a")).contains(HOLD).hasSize(2);
        assertThat(print("b")).doesNotContain(HOLD).hasSize(1);
        assertThat(writable(SLOW, true)).containsExactly(GO_ON);
    }

    @Test
    void anEngineThatPrintsForAnotherClientIsNotHeld() {
        RequestId others = Scenario.run(scenario.received(OTHER, 0, FakeTasks.direct(List.of(engine(0)), "hang:")));
        writable(SLOW, false);

        assertThat(scenario.received(1, others.value(), printed("a")))
                .hasSize(1)
                .doesNotContain(HOLD);
    }

    @Test
    void nobodyIsHeldForLongAndWhatIsDroppedIsMarked() {
        writable(SLOW, false);
        print("a");

        assertThat(scenario.during(TaskFlow.PATIENCE)).contains(GO_ON);
        assertThat(print("12345")).isEmpty();
        assertThat(to(SLOW, writable(SLOW, true))).containsExactly(mark(5));
        assertThat(to(SLOW, print("b"))).containsExactly(output("b"));
    }

    @Test
    void aStopReleasesTheEngineAndDropsWhatTheRunStillPrints() {
        writable(SLOW, false);
        print("a");

        List<Instruction> stopped = scenario.received(SLOW, 0, new TaskMessage.Cancel(List.of(new TaskId(1)), true));

        assertThat(stopped).contains(GO_ON);
        assertThat(to(1, stopped)).containsExactly(new Message.Stop(run));
        assertThat(print("123")).isEmpty();
        assertThat(to(SLOW, writable(SLOW, true))).containsExactly(mark(3));
    }

    @Test
    void aProcessThatHasEndedIsReadToTheEnd() {
        writable(SLOW, false);
        print("a");

        assertThat(scenario.on(new Event.Exited(Scenario.launch(1), new Exit(7, ""))))
                .contains(GO_ON);
        assertThat(print("123")).isEmpty();
    }

    @Test
    void aClientThatIsGoneHoldsNobody() {
        writable(SLOW, false);
        print("a");

        assertThat(scenario.on(new Event.Disconnected(connection(SLOW), Optional.empty())))
                .contains(GO_ON);
        assertThat(only(Instruction.Send.class, print("b"))).isEmpty();
    }

    @Test
    void progressIsNotKeptForWhoDoesNotRead() {
        writable(SLOW, false);

        assertThat(scenario.received(1, 0, new TaskMessage.RunProgress(run, 1, 2, "")))
                .isEmpty();
    }

    @Test
    void endsAreNeverDropped() {
        writable(SLOW, false);
        scenario.during(TaskFlow.PATIENCE);

        assertThat(to(SLOW, scenario.received(1, 0, Scenario.ended(run))))
                .singleElement()
                .isInstanceOf(TaskMessage.TasksEnded.class);
    }

    private List<Instruction> writable(int client, boolean writable) {
        return scenario.on(new Event.Writable(connection(client), writable));
    }

    private List<Instruction> print(String text) {
        return scenario.received(1, run.value(), printed(text));
    }

    private static Message.Output printed(String text) {
        return new Message.Output(StreamKind.STDOUT, text);
    }

    private static TaskMessage.TaskOutput output(String text) {
        return new TaskMessage.TaskOutput(new TaskId(1), engine(0), StreamKind.STDOUT, text);
    }

    private static TaskMessage.TaskOutput mark(int characters) {
        return output("\n... " + characters + " characters of output dropped\n");
    }
}
