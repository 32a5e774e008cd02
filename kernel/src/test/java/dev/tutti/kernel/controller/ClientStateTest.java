package dev.tutti.kernel.controller;

import static dev.tutti.kernel.controller.Scenario.connection;
import static dev.tutti.kernel.controller.Scenario.engine;
import static dev.tutti.kernel.controller.Scenario.launch;
import static dev.tutti.kernel.controller.Scenario.only;
import static dev.tutti.kernel.controller.Scenario.sent;
import static dev.tutti.kernel.controller.Scenario.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.kernel.fake.FakeTasks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    // Questions to the kernel.

    @Test
    void questionsOfAKernelsSessionGoToTheKernel() {
        scenario.client(CLIENT, new SessionId(1));
        TaskMessage question = new TaskMessage.AskVariable("x", Optional.empty());
        TaskMessage answer = new TaskMessage.VariableFound(Optional.empty(), "");

        List<Instruction> asked = scenario.received(CLIENT, 5, question);

        assertThat(only(Instruction.AskKernel.class, asked)).singleElement().satisfies(ask -> {
            assertThat(ask.own()).isFalse();
            assertThat(ask.session()).isEqualTo(new SessionId(1));
            assertThat(ask.question()).isEqualTo(question);
            assertThat(scenario.on(new Event.KernelAnswered(ask.client(), ask.request(), answer)))
                    .containsExactly(new Instruction.Send(List.of(connection(CLIENT)), QUESTION, answer));
        });
    }

    @Test
    void noKernelIsAskedOfAProgramsOwnSession() {
        SessionId session = welcome(scenario.client(CLIENT)).session();
        scenario.client(OTHER, session);
        TaskMessage question = new TaskMessage.AskCaptures("C", "m", "()V");

        assertThat(only(Instruction.AskKernel.class, scenario.received(CLIENT, 5, question)))
                .allMatch(Instruction.AskKernel::own)
                .hasSize(1);
        assertThat(only(Instruction.AskKernel.class, scenario.received(OTHER, 5, question)))
                .allMatch(Instruction.AskKernel::own)
                .hasSize(1);
    }

    // Questions to clients.

    @Test
    void aClassOfAProgramsSessionIsAskedOfItOnce() {
        scenario.engines(2);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        Message.ClassRequest question = new Message.ClassRequest(session, "C");

        List<Instruction.Send> asked = sent(CLIENT, scenario.received(1, 8, question));
        assertThat(scenario.received(2, 9, question)).isEmpty();
        Message.ClassReply reply = new Message.ClassReply(Optional.of(new ClassFile("C", new byte[] {1})));

        assertThat(asked).extracting(Instruction.Send::message).containsExactly(question);
        assertThat(scenario.received(CLIENT, asked.getFirst().request().value(), reply))
                .containsExactly(
                        new Instruction.Send(List.of(connection(1)), new RequestId(8), reply),
                        new Instruction.Send(List.of(connection(2)), new RequestId(9), reply));
    }

    @Test
    void aClassOfAKernelsSessionIsAskedOfTheKernel() {
        scenario.engines(1);
        scenario.client(CLIENT, new SessionId(1));

        assertThat(scenario.received(1, 8, new Message.ClassRequest(new SessionId(1), "C")))
                .containsExactly(new Instruction.FindClass(connection(1), new RequestId(8), new SessionId(1), "C"));
    }

    @Test
    void whoIsGoneAnswersNothing() {
        scenario.engines(1);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        Message.ClassRequest question = new Message.ClassRequest(session, "C");
        Message nothing = new Message.ClassReply(Optional.empty());
        scenario.received(1, 8, question);

        assertThat(to(1, scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()))))
                .contains(nothing);
        assertThat(to(1, scenario.received(1, 9, question))).containsExactly(nothing);
    }

    @Test
    void aContextIsAskedOfTheClientThatMadeIt() {
        scenario.engines(1);
        scenario.client(CLIENT);
        long number = runMessage(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "context:1")))
                .client();
        TaskMessage.AskContext question = new TaskMessage.AskContext(number, new ContextId(0, 1));
        TaskMessage.Context context = new TaskMessage.Context(List.of("C"), List.of(), List.of());

        List<Instruction.Send> asked = sent(CLIENT, scenario.received(1, 8, question));

        assertThat(scenario.received(CLIENT, asked.getFirst().request().value(), context))
                .containsExactly(new Instruction.Send(List.of(connection(1)), new RequestId(8), context));
        assertThat(to(1, scenario.received(1, 9, new TaskMessage.AskContext(12345, new ContextId(0, 1)))))
                .singleElement()
                .isInstanceOf(Message.Failure.class);
    }

    @Test
    void anAnswerOfTheWrongKindAnswersNothing() {
        scenario.engines(1);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        RequestId asked = sent(CLIENT, scenario.received(1, 8, new Message.ClassRequest(session, "C")))
                .getFirst()
                .request();

        assertThat(scenario.received(CLIENT, asked.value(), new Message.Ack())).isEmpty();
        assertThat(to(1, scenario.received(CLIENT, asked.value(), new Message.Failure("no"))))
                .containsExactly(new Message.ClassReply(Optional.empty()));
    }

    // Engines that clients call for.

    @Test
    void enginesAreStartedWithTheirSettingsAndKeepThem() {
        scenario.client(CLIENT);
        EngineSettings settings = new EngineSettings("big", List.of("-Xmx4g"), Map.of("A", "b"), "/tmp", Set.of("gpu"));

        List<Instruction> launched = scenario.received(CLIENT, 5, new TaskMessage.StartEngines(1, settings));
        List<Instruction> joined = scenario.join(1);

        assertThat(only(Instruction.Launch.class, launched))
                .extracting(Instruction.Launch::settings)
                .containsExactly(settings);
        assertThat(to(CLIENT, joined))
                .containsExactly(
                        new TaskMessage.EnginesChanged(List.of(
                                new EngineInfo(engine(0), EngineInfo.State.LIVE, "host", 101, "big", Set.of("gpu")))),
                        new TaskMessage.EnginesStarted(List.of(engine(0))));
        assertThat(only(
                        Instruction.Launch.class,
                        scenario.received(CLIENT, 6, new TaskMessage.RestartEngines(List.of(engine(0))))))
                .extracting(Instruction.Launch::settings)
                .containsExactly(settings);
    }

    @Test
    void aClientIsToldWhyAnEngineCannotBeStarted() {
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StartEngines(1, EngineSettings.PLAIN));

        assertThat(sent(CLIENT, scenario.on(new Event.LaunchFailed(launch(1), "no java"))))
                .filteredOn(send -> send.request().equals(QUESTION))
                .extracting(Instruction.Send::message)
                .containsExactly(new Message.Failure("Engine 0 could not be started: no java"));
    }

    @Test
    void severalEnginesAreRestartedTogetherOrNoneIs() {
        scenario.engines(2);
        scenario.client(CLIENT);

        assertThat(to(
                        CLIENT,
                        scenario.received(CLIENT, 5, new TaskMessage.RestartEngines(List.of(engine(0), engine(7))))))
                .containsExactly(
                        new Message.Failure("There is no engine 7 to restart. `%engines` lists those that there are."));
        scenario.received(CLIENT, 6, new TaskMessage.RestartEngines(List.of(engine(0), engine(1))));
        scenario.join(3);
        assertThat(to(CLIENT, scenario.join(4)))
                .contains(new TaskMessage.EnginesStarted(List.of(engine(0), engine(1))));
    }

    @Test
    void anEngineIsStoppedForGoodWhenItsProcessHasEnded() {
        scenario.engines(2);
        scenario.client(CLIENT);

        List<Instruction> asked = scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(1))));
        List<Instruction> closed = scenario.on(new Event.Disconnected(connection(2), Optional.empty()));
        List<Instruction> exited = scenario.on(new Event.Exited(launch(2), new Exit(0, "")));

        assertThat(to(2, asked)).containsExactly(new Message.Shutdown());
        assertThat(to(CLIENT, closed)).isEmpty();
        assertThat(exited)
                .contains(new Instruction.Hide(engine(1)), new Instruction.TellStopped(engine(1)))
                .doesNotHaveAnyElementsOfTypes(Instruction.TellLost.class);
        assertThat(to(CLIENT, exited))
                .containsExactly(new TaskMessage.EnginesChanged(List.of(live(0, 1))), new Message.Ack());
    }

    @Test
    void theNumberOfAStoppedEngineIsNotUsedAgain() {
        scenario.engines(2);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(1))));
        scenario.on(new Event.Disconnected(connection(2), Optional.empty()));
        scenario.on(new Event.Exited(launch(2), new Exit(0, "")));

        assertThat(only(
                        Instruction.Launch.class,
                        scenario.received(CLIENT, 6, new TaskMessage.StartEngines(1, EngineSettings.PLAIN))))
                .extracting(Instruction.Launch::engine)
                .containsExactly(engine(2));
    }

    @Test
    void anEngineThatDoesNotEndIsKilled() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(0))));

        List<Instruction> later = scenario.during(Departures.STOP_WAIT);

        assertThat(later).contains(new Instruction.Kill(launch(1)));
        assertThat(to(CLIENT, later)).contains(new Message.Ack());
    }

    @Test
    void whoWaitsForAnEngineThatIsStoppedIsTold() {
        scenario.client(CLIENT);
        scenario.client(OTHER);
        scenario.received(CLIENT, 5, new TaskMessage.StartEngines(1, EngineSettings.PLAIN));

        List<Instruction> stopped = scenario.received(OTHER, 5, new TaskMessage.StopEngines(List.of(engine(0))));

        assertThat(stopped).contains(new Instruction.Kill(launch(1)), new Instruction.Hide(engine(0)));
        assertThat(to(CLIENT, stopped)).contains(new Message.Failure("Engine 0 was stopped before it had started."));
        assertThat(to(OTHER, stopped)).contains(new Message.Ack());
    }

    @Test
    void anEngineThatIsAskedToStopGetsNoMoreTasks() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(0))));

        assertThat(to(1, scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "value:1"))))
                .isEmpty();
    }

    @Test
    void localIsNotStopped() {
        scenario.on(new Event.Restart(new RequestId(1), EngineId.LOCAL));
        scenario.join(1);
        scenario.client(CLIENT);

        assertThat(to(CLIENT, scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(EngineId.LOCAL)))))
                .singleElement()
                .isInstanceOf(Message.Failure.class);
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
    void afterTheCloseTasksEndAtOnce() {
        scenario.on(new Event.ClientOpened(77, new SessionId(1)));
        scenario.on(new Event.ClientSaid(77, RequestId.NONE, FakeTasks.balanced("value:1")));

        List<Instruction> atClose = scenario.on(new Event.Close());
        List<Instruction> afterwards =
                scenario.on(new Event.ClientSaid(77, RequestId.NONE, FakeTasks.from(2, FakeTasks.balanced("value:1"))));

        assertThat(only(Instruction.TellClient.class, atClose)).hasSize(1);
        assertThat(only(Instruction.TellClient.class, afterwards)).hasSize(1);
    }

    private static EngineInfo live(int number, int launch) {
        return new EngineInfo(engine(number), EngineInfo.State.LIVE, "host", 100 + launch, "", Set.of());
    }

    private static TaskMessage.ClientWelcome welcome(List<Instruction> instructions) {
        return only(Instruction.Send.class, instructions).stream()
                .map(Instruction.Send::message)
                .filter(TaskMessage.ClientWelcome.class::isInstance)
                .map(TaskMessage.ClientWelcome.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static TaskMessage.Run runMessage(List<Instruction> instructions) {
        return only(Instruction.Send.class, instructions).stream()
                .map(Instruction.Send::message)
                .filter(TaskMessage.Run.class::isInstance)
                .map(TaskMessage.Run.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<RequestId> runs(List<Instruction> instructions) {
        return runMessage(instructions).runs().stream().map(RunSpec::run).toList();
    }

    static RequestId run(List<Instruction> instructions) {
        return runs(instructions).getFirst();
    }

    static TaskMessage.RunsEnded ended(RequestId run) {
        return new TaskMessage.RunsEnded(List.of(new RunEnd(run, FakeTasks.value("7"), 1, 1, 1)));
    }

    private static Event.Received received(int connection, Message message) {
        return new Event.Received(connection(connection), RequestId.NONE, message);
    }

    private static Message.Output printed(String text) {
        return new Message.Output(StreamKind.STDOUT, text);
    }
}
