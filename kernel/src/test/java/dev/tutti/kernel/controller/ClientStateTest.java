package dev.tutti.kernel.controller;

import static dev.tutti.kernel.controller.Scenario.connection;
import static dev.tutti.kernel.controller.Scenario.ended;
import static dev.tutti.kernel.controller.Scenario.engine;
import static dev.tutti.kernel.controller.Scenario.launch;
import static dev.tutti.kernel.controller.Scenario.live;
import static dev.tutti.kernel.controller.Scenario.only;
import static dev.tutti.kernel.controller.Scenario.run;
import static dev.tutti.kernel.controller.Scenario.runs;
import static dev.tutti.kernel.controller.Scenario.sent;
import static dev.tutti.kernel.controller.Scenario.to;
import static dev.tutti.kernel.controller.Scenario.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.fake.FakeTasks;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from what clients say, and from what engines say of their tasks. */
final class ClientStateTest {

    private static final int CLIENT = 100;
    private static final int OTHER = 101;
    private static final RequestId QUESTION = new RequestId(5);

    private final Scenario scenario = new Scenario();

    // How clients come.

    @Test
    void aClientIsWelcomeWhenTheEnginesAreThereAndHearsFirstWhichThereAre() {
        scenario.engines(2);
        scenario.on(new Event.Opened(connection(CLIENT)));

        assertThat(scenario.received(CLIENT, 3, Scenario.clientHello(Scenario.CLIENT_TOKEN, new SessionId(1))))
                .containsExactly(new Instruction.AwaitEngines(connection(CLIENT), new RequestId(3)));
        assertThat(to(CLIENT, scenario.on(new Event.EnginesAwaited(connection(CLIENT), new RequestId(3)))))
                .containsExactly(
                        new TaskMessage.ClientWelcome(new SessionId(1), "/spool"),
                        new TaskMessage.EnginesChanged(List.of(live(0, 1), live(1, 2))));
    }

    @Test
    void aClientThatAsksForItHasASessionOfItsOwn() {
        SessionId first = welcome(scenario.client(CLIENT)).session();
        SessionId second = welcome(scenario.client(OTHER)).session();

        assertThat(first).isNotEqualTo(second);
        assertThat(first.value()).isNegative();
    }

    @Test
    void aWrongTokenIsRefused() {
        scenario.on(new Event.Opened(connection(CLIENT)));

        List<Instruction> answer = scenario.received(CLIENT, 0, Scenario.clientHello("guess", new SessionId(0)));

        assertThat(to(CLIENT, answer))
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.Refused.class,
                        refused -> assertThat(refused.reason()).contains("token of process 7 on host"));
        assertThat(answer).contains(new Instruction.Disconnect(connection(CLIENT)));
    }

    @Test
    void aSessionWhoseProgramIsGoneTakesNoMoreClients() {
        SessionId session = welcome(scenario.client(CLIENT)).session();
        scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()));
        scenario.on(new Event.Opened(connection(OTHER)));

        assertThat(to(OTHER, scenario.received(OTHER, 0, Scenario.clientHello(Scenario.CLIENT_TOKEN, session))))
                .singleElement()
                .isInstanceOf(Message.Refused.class);
    }

    @Test
    void nothingIsSaidToAClientBeforeItsWelcome() {
        scenario.on(new Event.Opened(connection(CLIENT)));
        scenario.received(CLIENT, 0, Scenario.clientHello(Scenario.CLIENT_TOKEN, new SessionId(0)));

        scenario.on(new Event.Start(new RequestId(1), 1, EngineSettings.PLAIN));

        assertThat(to(CLIENT, scenario.join(1))).isEmpty();
        assertThat(scenario.received(CLIENT, 0, new TaskMessage.AskLoads()))
                .contains(new Instruction.Disconnect(connection(CLIENT)));
    }

    @Test
    void aClientThatLeavesBeforeItsWelcomeIsForgotten() {
        scenario.on(new Event.Opened(connection(CLIENT)));
        scenario.received(CLIENT, 0, Scenario.clientHello(Scenario.CLIENT_TOKEN, new SessionId(0)));
        scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()));

        assertThat(scenario.on(new Event.EnginesAwaited(connection(CLIENT), RequestId.NONE)))
                .isEmpty();
    }

    // Which engines there are.

    @Test
    void changesThatFollowAtOnceAreToldTogether() {
        scenario.client(CLIENT);

        List<Instruction> first = scenario.on(new Event.Start(new RequestId(1), 2, EngineSettings.PLAIN));
        List<Instruction> joins = scenario.join(1);
        joins.addAll(scenario.join(2));

        assertThat(to(CLIENT, first)).hasSize(1);
        assertThat(to(CLIENT, joins)).isEmpty();
        assertThat(to(CLIENT, scenario.during(EngineNews.PERIOD)))
                .containsExactly(new TaskMessage.EnginesChanged(List.of(live(0, 1), live(1, 2))));
    }

    @Test
    void aLossIsTold() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.during(EngineNews.PERIOD);

        scenario.on(new Event.Disconnected(connection(1), Optional.empty()));

        assertThat(to(CLIENT, scenario.on(new Event.Exited(launch(1), new Exit(137, "")))))
                .containsExactly(new TaskMessage.EnginesChanged(
                        List.of(new EngineInfo(engine(0), EngineInfo.State.LOST, "host", 101, "", Set.of()))));
    }

    // Tasks.

    @Test
    void aDirectTaskIsOneFrameForItsEngines() {
        scenario.engines(3);
        scenario.client(CLIENT);

        List<Instruction> instructions =
                scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0), engine(2)), "value:7"));

        assertThat(only(Instruction.Send.class, instructions)).singleElement().satisfies(send -> {
            assertThat(send.to()).containsExactly(connection(1), connection(3));
            assertThat(send.message()).isInstanceOfSatisfying(TaskMessage.Run.class, run -> {
                assertThat(run.targets()).containsExactly(engine(0), engine(2));
                assertThat(run.runs()).hasSize(1);
            });
        });
    }

    @Test
    void whatEndsInOneTurnIsToldInOneFrame() {
        scenario.engines(2);
        scenario.client(CLIENT);
        RequestId run = run(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0), engine(1)), "value:7")));

        scenario.state.handle(received(1, ended(run)), scenario.now());
        scenario.state.handle(received(2, ended(run)), scenario.now());

        assertThat(to(CLIENT, scenario.state.settle(scenario.now())))
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskMessage.TasksEnded.class,
                        told -> assertThat(told.ends())
                                .extracting(TaskEnd::engine)
                                .containsExactly(Optional.of(engine(0)), Optional.of(engine(1))));
    }

    @Test
    void manyLargeEndsAreToldInSeveralFrames() {
        scenario.engines(1);
        scenario.client(CLIENT);
        String[] words = new String[12];
        Arrays.fill(words, "value:1");
        List<RequestId> runs = runs(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), words)));

        List<RunEnd> ends = runs.stream()
                .map(run -> new RunEnd(run, FakeTasks.value("x".repeat(1 << 20)), 1, 1, 1))
                .toList();
        List<Message> told = to(CLIENT, scenario.received(1, 0, new TaskMessage.RunsEnded(ends)));

        assertThat(told).hasSize(3).allMatch(TaskMessage.TasksEnded.class::isInstance);
        assertThat(told.stream()
                        .mapToInt(message ->
                                ((TaskMessage.TasksEnded) message).ends().size()))
                .containsExactly(4, 4, 4);
    }

    @Test
    void outputAndProgressOfARunGoToItsClient() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.client(OTHER);
        RequestId run = run(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "value:7")));

        List<Instruction> output = scenario.received(1, run.value(), printed("hello"));
        List<Instruction> progress = scenario.received(1, 0, new TaskMessage.RunProgress(run, 1, 10, "first"));

        assertThat(to(CLIENT, output))
                .containsExactly(new TaskMessage.TaskOutput(new TaskId(1), engine(0), StreamKind.STDOUT, "hello"));
        assertThat(to(CLIENT, progress))
                .containsExactly(new TaskMessage.TaskProgress(new TaskId(1), engine(0), 1, 10, "first"));
        assertThat(to(OTHER, output)).isEmpty();
    }

    @Test
    void outputOfARunThatHasEndedIsStray() {
        scenario.engines(1);
        scenario.client(CLIENT);
        RequestId run = run(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "value:7")));
        scenario.received(1, 0, ended(run));

        assertThat(scenario.received(1, run.value(), printed("late")))
                .containsExactly(new Instruction.TellOutput(engine(0), StreamKind.STDOUT, "late"));
    }

    @Test
    void theTasksOfALostEngineEndAsLost() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "hang:"));

        scenario.on(new Event.Disconnected(connection(1), Optional.empty()));
        List<Instruction> lost = scenario.on(new Event.Exited(launch(1), new Exit(7, "")));

        assertThat(to(CLIENT, lost))
                .filteredOn(TaskMessage.TasksEnded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskMessage.TasksEnded.class,
                        told -> assertThat(told.ends())
                                .extracting(TaskEnd::outcome)
                                .containsExactly(new TaskOutcome.Lost("exit code 7 (System.exit)")));
    }

    @Test
    void theTasksOfAClientThatIsGoneAreStopped() {
        scenario.engines(1);
        scenario.client(CLIENT);
        RequestId run = run(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "hang:")));

        assertThat(to(1, scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()))))
                .contains(new Message.Stop(run));
    }

    @Test
    void aProgramThatIsGoneLeavesNoClassesOnEngines() {
        scenario.engines(1);
        SessionId session = welcome(scenario.client(CLIENT)).session();

        assertThat(to(1, scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()))))
                .containsExactly(new Message.CloseSession(session));
    }

    @Test
    void theSessionOfAKernelSurvivesItsClients() {
        scenario.engines(1);
        scenario.client(CLIENT, new SessionId(1));

        assertThat(to(1, scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void loadsAreAnswered() {
        scenario.engines(1);
        scenario.client(CLIENT);

        assertThat(sent(CLIENT, scenario.received(CLIENT, 5, new TaskMessage.AskLoads())))
                .containsExactly(new Instruction.Send(
                        List.of(connection(CLIENT)),
                        QUESTION,
                        new TaskMessage.Loads(List.of(new EngineLoad(engine(0), 0, 0, 0, 0, 0)), 0)));
    }

    @Test
    void anEngineIsRecycledAfterItsTasks() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 0, new TaskMessage.Recycle(1));
        RequestId run = run(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "value:7")));

        List<Instruction> instructions = scenario.received(1, 0, ended(run));

        assertThat(instructions).contains(new Instruction.Kill(launch(1)));
        assertThat(only(Instruction.Launch.class, instructions))
                .extracting(Instruction.Launch::engine)
                .containsExactly(engine(0));
    }

    @Test
    void everythingThatASessionsClientsWantedIsAborted() {
        scenario.engines(1);
        scenario.client(CLIENT, new SessionId(1));
        scenario.client(OTHER);
        RequestId mine = run(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "hang:")));
        scenario.received(OTHER, 0, FakeTasks.direct(List.of(engine(0)), "hang:"));

        assertThat(to(1, scenario.on(new Event.Abort(new SessionId(1), true)))).containsExactly(new Message.Stop(mine));
    }

    // Clients of this process.

    @Test
    void aClientOfThisProcessIsOneAsAnyOther() {
        scenario.engines(1);

        assertThat(scenario.on(new Event.ClientOpened(77, new SessionId(1))))
                .containsExactly(new Instruction.TellClient(
                        77, RequestId.NONE, new TaskMessage.EnginesChanged(List.of(live(0, 1)))));
        RequestId run = run(
                scenario.on(new Event.ClientSaid(77, RequestId.NONE, FakeTasks.direct(List.of(engine(0)), "value:1"))));
        assertThat(scenario.received(1, 0, ended(run))).singleElement().isInstanceOf(Instruction.TellClient.class);
    }

    @Test
    void whatIsStuckBehindALongTaskIsRecalledAndRunsElsewhere() {
        scenario.engines(1);
        scenario.client(CLIENT);
        List<RequestId> runs = runs(scenario.received(CLIENT, 0, FakeTasks.balanced("hang:", "value:1")));
        assertThat(runs).hasSize(2);

        List<Instruction> late = scenario.during(Duration.ofMillis(20));
        assertThat(to(1, late)).contains(new TaskMessage.Recall(List.of(runs.get(1))));

        RunEnd givenBack = new RunEnd(runs.get(1), new TaskOutcome.Stopped(List.of()), 0, 0, 0);
        assertThat(to(CLIENT, scenario.received(1, 0, new TaskMessage.RunsEnded(List.of(givenBack)))))
                .isEmpty();
        scenario.on(new Event.Start(new RequestId(2), 1, EngineSettings.PLAIN));
        RequestId elsewhere = run(scenario.join(2));
        assertThat(to(CLIENT, scenario.received(2, 0, ended(elsewhere)))).hasSize(1);
    }

    @Test
    void afterTheCloseTasksEndAtOnce() {
        scenario.on(new Event.ClientOpened(77, new SessionId(1)));
        scenario.on(new Event.ClientSaid(77, RequestId.NONE, FakeTasks.balanced("value:1")));

        List<Instruction> atClose = scenario.on(new Event.Close());
        List<Instruction> afterwards =
                scenario.on(new Event.ClientSaid(77, RequestId.NONE, FakeTasks.from(2, FakeTasks.balanced("value:1"))));

        assertThat(only(Instruction.TellClient.class, atClose)).hasSize(1);
        assertThat(only(Instruction.TellClient.class, afterwards)).hasSize(1);
    }

    private static Message.Output printed(String text) {
        return new Message.Output(StreamKind.STDOUT, text);
    }

    private static Event.Received received(int connection, Message message) {
        return new Event.Received(connection(connection), RequestId.NONE, message);
    }

    @Test
    void theListenerIsToldOfAVariableThatATaskHasPutBeforeTheClientIsToldOfTheTask() {
        VariableRef x = new VariableRef("REPL.$JShell$1", "x");
        scenario.engines(1);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        RequestId run = run(scenario.received(
                CLIENT,
                0,
                new TaskMessage.Submit(
                        List.of(new TaskFunction.Put(new Name("x", Optional.of(x), List.of()))),
                        FakeTasks.direct(List.of(engine(0)), "value:1").options(),
                        List.of(new TaskSpec(new TaskId(1), 0, 0, List.of())))));

        assertThat(scenario.received(1, 0, ended(run)))
                .startsWith(new Instruction.TellDefined(session, engine(0), x))
                .hasSize(2);
    }
}
