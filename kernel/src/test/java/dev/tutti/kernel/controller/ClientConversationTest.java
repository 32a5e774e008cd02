package dev.tutti.kernel.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.kernel.fake.FakeLauncher;
import dev.tutti.kernel.fake.FakeTasks;
import dev.tutti.kernel.fake.LeakGuard;
import dev.tutti.kernel.fake.News;
import dev.tutti.kernel.fake.ScriptedClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What controller, engines and clients say to each other, over any transport. */
@ExtendWith(LeakGuard.class)
@Timeout(60)
abstract class ClientConversationTest {

    private static final String TOKEN = "secret";
    private static final SessionId OWN = new SessionId(0);
    private static final SessionId KERNELS = new SessionId(1);
    private static final EngineId E0 = new EngineId(0);
    private static final EngineId E1 = new EngineId(1);
    private static final int MANY = 1000;

    private final News news = new News();
    private final ScriptedKernel kernel = new ScriptedKernel();
    private Controller controller;
    private FakeLauncher.Dialer dialer;

    /** A fresh transport. */
    abstract Wire wire() throws IOException;

    /** Peers' ends of connections over that transport. */
    abstract FakeLauncher.Dialer dialer(Wire wire);

    @BeforeEach
    void open() throws IOException {
        Wire wire = wire();
        dialer = dialer(wire);
        ControllerConfig config = new ControllerConfig(
                Path.of("engine.jar"),
                Optional.empty(),
                List.of(),
                Duration.ofSeconds(5),
                (_, name) -> Optional.of(new ClassFile(name, new byte[] {1})),
                _ -> new byte[0],
                kernel,
                news);
        controller = Controller.open(
                config, wire, new FakeLauncher(dialer), new Controller.House(TOKEN, "/spool", Optional.empty()));
    }

    @AfterEach
    void close() {
        controller.close();
    }

    private ScriptedClient client(SessionId session) throws IOException {
        ScriptedClient client = ScriptedClient.hello(dialer.dial(), TOKEN, session);
        client.next(TaskMessage.ClientWelcome.class);
        client.next(TaskMessage.EnginesChanged.class);
        return client;
    }

    @Test
    void aTaskGoesToItsEnginesAndItsEndsComeBack() throws Exception {
        controller.start(2).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0, E1), "value:seven"));

            assertThat(ends(client, 2))
                    .allMatch(end -> FakeTasks.text(end.outcome()).equals("seven"));
        }
    }

    @Test
    void outputComesBeforeTheEnd() throws Exception {
        controller.start(1).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "print:grüezi"));

            assertThat(client.next(TaskMessage.TaskOutput.class).text()).isEqualTo("grüezi");
            assertThat(ends(client, 1)).hasSize(1);
        }
    }

    @Test
    void aTaskIsStoppedWhereItRuns() throws Exception {
        controller.start(1).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "progress:here", "hang:"));
            client.next(TaskMessage.TaskProgress.class);
            client.send(new TaskMessage.Cancel(List.of(new TaskId(2)), true));

            assertThat(ends(client, 2).getLast().outcome()).isEqualTo(new TaskOutcome.Stopped(List.of()));
        }
    }

    @Test
    void theKernelStartsItsEnginesBeforeAClientIsWelcome() throws Exception {
        kernel.atFirstClient = () -> controller.start(1).join();

        try (ScriptedClient client = ScriptedClient.hello(dialer.dial(), TOKEN, KERNELS)) {
            assertThat(client.next().message()).isEqualTo(new TaskMessage.ClientWelcome(KERNELS, "/spool"));
            assertThat(client.next(TaskMessage.EnginesChanged.class).engines()).hasSize(1);
        }
    }

    @Test
    void aClientIsWelcomeEvenIfEnginesCannotBeHad() throws Exception {
        kernel.atFirstClient = () -> {
            throw new IllegalStateException("no engines");
        };

        try (ScriptedClient client = client(KERNELS)) {
            assertThat(client.ask(new TaskMessage.AskLoads())).isEqualTo(new TaskMessage.Loads(List.of(), 0));
        }
    }

    @Test
    void aStrangerWithoutTheTokenIsSentAway() throws Exception {
        try (ScriptedClient client = ScriptedClient.hello(dialer.dial(), "guess", OWN)) {
            assertThat(client.next().message()).isInstanceOf(Message.Refused.class);
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void theKernelIsAskedWhatItsClientsAsk() throws Exception {
        try (ScriptedClient client = client(KERNELS)) {
            assertThat(client.ask(new TaskMessage.AskVariable("x", Optional.empty())))
                    .isEqualTo(new TaskMessage.VariableFound(Optional.empty(), "x of 1"));
            assertThat(client.ask(new TaskMessage.AskCaptures("Failing", "m", "()V")))
                    .isEqualTo(new Message.Failure(
                            "The kernel could not answer: java.lang.IllegalStateException: a kernel that fails"));
        }
    }

    @Test
    void aProgramOfItsOwnHasNoKernel() throws Exception {
        try (ScriptedClient client = client(OWN)) {
            assertThat(client.ask(new TaskMessage.AskVariable("x", Optional.empty())))
                    .isEqualTo(new TaskMessage.VariableFound(Optional.empty(), ""));
            assertThat(client.ask(new TaskMessage.ExecuteCode(List.of(E0), "1 + 1", true)))
                    .isInstanceOfSatisfying(
                            TaskMessage.CodeExecuted.class,
                            executed -> assertThat(executed.rejected()).isPresent());
        }
    }

    @Test
    void classesAndContextsComeFromTheProgramThatHasThem() throws Exception {
        controller.start(1).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "class:Mine", "context:5"));

            ScriptedClient.Received classes = client.next();
            assertThat(((Message.ClassRequest) classes.message()).name()).isEqualTo("Mine");
            client.answer(
                    classes.request(), new Message.ClassReply(Optional.of(new ClassFile("Mine", new byte[] {1}))));
            ScriptedClient.Received context = nextQuestion(client);
            assertThat(((TaskMessage.AskContext) context.message()).context()).isEqualTo(new ContextId(0, 5));
            client.answer(context.request(), new TaskMessage.Context(List.of("C"), List.of(), List.of()));

            assertThat(end(client, 2))
                    .extracting(end -> FakeTasks.text(end.outcome()))
                    .isEqualTo("context of [C]");
        }
    }

    @Test
    void classesOfAKernelsSessionComeFromTheKernel() throws Exception {
        controller.start(1).get();
        try (ScriptedClient client = client(KERNELS)) {
            client.send(FakeTasks.direct(List.of(E0), "class:Cell"));

            assertThat(ends(client, 1).getFirst())
                    .extracting(end -> FakeTasks.text(end.outcome()))
                    .isEqualTo("found Cell");
        }
    }

    @Test
    void enginesAreStartedRestartedAndStopped() throws Exception {
        try (ScriptedClient client = client(OWN)) {
            assertThat(client.ask(new TaskMessage.StartEngines(2, EngineSettings.PLAIN)))
                    .isEqualTo(new TaskMessage.EnginesStarted(List.of(E0, E1)));
            assertThat(client.ask(new TaskMessage.RestartEngines(List.of(E1, E0))))
                    .isEqualTo(new TaskMessage.EnginesStarted(List.of(E0, E1)));
            assertThat(client.ask(new TaskMessage.StopEngines(List.of(E0)))).isEqualTo(new Message.Ack());
            assertThat(controller.roster()).extracting(EngineStatus::id).containsExactly(E1);
            assertThat(client.ask(new TaskMessage.StartEngines(1, EngineSettings.PLAIN)))
                    .isEqualTo(new TaskMessage.EnginesStarted(List.of(new EngineId(2))));
        }
    }

    @Test
    void aQuestionThatCannotBeReadIsAnsweredAndTasksThatCannotEndTheConnection() throws Exception {
        try (ScriptedClient client = client(OWN)) {
            client.raw(broken(new RequestId(9)));
            assertThat(client.next()).satisfies(answer -> {
                assertThat(answer.request()).isEqualTo(new RequestId(9));
                assertThat(answer.message()).isInstanceOf(Message.Failure.class);
            });
            client.raw(broken(RequestId.NONE));
            assertThat(client.ended()).isTrue();
        }
    }

    /**
     * The client reads nothing while an engine prints a hundred times what may wait. Afterwards all of it comes: the
     * engine was held where it printed.
     */
    @Test
    void anEngineDoesNotFillTheControllerForAClientThatDoesNotRead() throws Exception {
        controller.start(1).get();
        long characters = 40_000_000;
        try (ScriptedClient client = client(OWN);
                ScriptedClient watcher = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "progress:begun", "flood:" + characters));
            client.next(TaskMessage.TaskProgress.class);
            assertThat(watcher.ask(new TaskMessage.AskLoads())).isInstanceOf(TaskMessage.Loads.class);

            long read = 0;
            Message message = client.next().message();
            while (!(message instanceof TaskMessage.TasksEnded ended
                    && ended.ends().getFirst().task().value() == 2)) {
                read += message instanceof TaskMessage.TaskOutput(_, _, _, var text) ? text.length() : 0;
                message = client.next().message();
            }
            assertThat(read).isEqualTo(characters);
        }
    }

    @Test
    void aProgramThatLeavesTakesItsTasksWithItAndTheEnginesGoOn() throws Exception {
        controller.start(1).get();
        try (ScriptedClient stays = client(OWN)) {
            ScriptedClient leaves = client(OWN);
            leaves.send(FakeTasks.direct(List.of(E0), "progress:begun", "hang:"));
            leaves.send(FakeTasks.from(3, FakeTasks.balanced(many("hang:"))));
            leaves.next(TaskMessage.TaskProgress.class);
            leaves.close();

            stays.send(FakeTasks.balanced("value:seven"));
            assertThat(FakeTasks.text(ends(stays, 1).getFirst().outcome())).isEqualTo("seven");
            assertThat(((TaskMessage.Loads) stays.ask(new TaskMessage.AskLoads())).unplaced())
                    .isZero();
        }
    }

    @Test
    void aThousandTasksEndOnceEachThoughTheirEngineDies() throws Exception {
        controller.start(1).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "drop:"));
            client.send(FakeTasks.from(2, FakeTasks.direct(List.of(E0), many("hang:"))));

            assertThat(ends(client, MANY + 1))
                    .hasSize(MANY + 1)
                    .allSatisfy(end -> assertThat(end.outcome()).isInstanceOf(TaskOutcome.Lost.class))
                    .extracting(TaskEnd::task)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void balancedTasksThatWereNotYetPlacedSurviveTheDeathOfAnEngine() throws Exception {
        controller.start(2).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "drop:"));
            client.send(FakeTasks.from(2, FakeTasks.balanced(many("value:7"))));

            assertThat(ends(client, MANY + 1))
                    .hasSize(MANY + 1)
                    .anyMatch(end -> FakeTasks.text(end.outcome()).equals("7"))
                    .extracting(TaskEnd::task)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aProgramThatTalksGarbageIsSentAwayAloneWithItsTasks() throws Exception {
        controller.start(1).get();
        try (ScriptedClient other = client(OWN);
                ScriptedClient babbler = client(OWN)) {
            babbler.send(FakeTasks.balanced(many("hang:")));
            babbler.raw(new byte[64]);
            awaitEnd(babbler);

            other.send(FakeTasks.balanced("value:seven"));
            assertThat(FakeTasks.text(ends(other, 1).getFirst().outcome())).isEqualTo("seven");
        }
    }

    @Test
    void aProgramThatWantsMuchLeavesRoomForOneThatWantsLittle() throws Exception {
        controller.start(1).get();
        try (ScriptedClient greedy = client(OWN);
                ScriptedClient modest = client(OWN)) {
            greedy.send(FakeTasks.direct(List.of(E0), "progress:begun", "hang:"));
            greedy.send(FakeTasks.from(3, FakeTasks.balanced(many("value:much"))));
            greedy.next(TaskMessage.TaskProgress.class);
            modest.send(FakeTasks.balanced("value:little"));
            modest.ask(new TaskMessage.AskLoads());
            greedy.send(new TaskMessage.Cancel(List.of(new TaskId(2)), true));

            assertThat(FakeTasks.text(ends(modest, 1).getFirst().outcome())).isEqualTo("little");
            assertThat(ends(greedy, MANY + 2)).hasSize(MANY + 2);
        }
    }

    @Test
    void aProgramWhoseControllerEndsIsNotLeftWaiting() throws Exception {
        controller.start(1).get();
        try (ScriptedClient client = client(OWN)) {
            client.send(FakeTasks.direct(List.of(E0), "progress:begun", "hang:"));
            client.next(TaskMessage.TaskProgress.class);
            controller.close();

            awaitEnd(client);
        }
    }

    @Test
    void aClientOfTheProcessItselfIsOneAsAnyOther() throws Exception {
        BlockingQueue<TaskMessage> told = new LinkedBlockingQueue<>();
        TaskMessage.Context context = new TaskMessage.Context(List.of("C"), List.of(), List.of());
        try (TaskClient client = controller.openClient(KERNELS, told::add, _ -> Optional.of(context))) {
            assertThat(client.ask(new TaskMessage.StartEngines(1, EngineSettings.PLAIN))
                            .get())
                    .isEqualTo(new TaskMessage.EnginesStarted(List.of(E0)));
            client.send(FakeTasks.direct(List.of(E0), "context:5"));

            TaskMessage message = told.take();
            while (!(message instanceof TaskMessage.TasksEnded)) {
                message = told.take();
            }
            assertThat(((TaskMessage.TasksEnded) message).ends())
                    .extracting(end -> FakeTasks.text(end.outcome()))
                    .containsExactly("context of [C]");
            assertThatThrownBy(() -> client.ask(new TaskMessage.RestartEngines(List.of(new EngineId(9))))
                            .get())
                    .cause()
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("no engine 9");
        }
    }

    private static List<TaskEnd> ends(ScriptedClient client, int count) throws IOException {
        List<TaskEnd> ends = new ArrayList<>();
        while (ends.size() < count) {
            ends.addAll(client.next(TaskMessage.TasksEnded.class).ends());
        }
        return ends;
    }

    private static TaskEnd end(ScriptedClient client, long task) throws IOException {
        while (true) {
            for (TaskEnd end : ends(client, 1)) {
                if (end.task().value() == task) {
                    return end;
                }
            }
        }
    }

    private static ScriptedClient.Received nextQuestion(ScriptedClient client) throws IOException {
        ScriptedClient.Received received = client.next();
        return received.request().equals(RequestId.NONE) ? nextQuestion(client) : received;
    }

    /** What was said before comes first. */
    private static void awaitEnd(ScriptedClient client) throws IOException {
        while (!client.ended()) {
            // that was something else
        }
    }

    private static String[] many(String word) {
        return Collections.nCopies(MANY, word).toArray(String[]::new);
    }

    private static byte[] broken(RequestId request) {
        byte[] frame = MessageCodec.encode(request, new TaskMessage.AskLoads());
        frame[3] = 99;
        return frame;
    }

    /** A kernel that has one variable. */
    private static final class ScriptedKernel implements SessionServices {

        private volatile Runnable atFirstClient = () -> {};

        @Override
        public TaskMessage.Captures captures(SessionId session, TaskMessage.AskCaptures question) {
            throw new IllegalStateException("a kernel that fails");
        }

        @Override
        public TaskMessage.VariableFound variable(SessionId session, TaskMessage.AskVariable question) {
            return new TaskMessage.VariableFound(Optional.empty(), question.name() + " of " + session.value());
        }

        @Override
        public TaskMessage.CodeExecuted execute(SessionId session, TaskMessage.ExecuteCode code) {
            return new TaskMessage.CodeExecuted(Optional.empty(), List.of());
        }

        @Override
        public void awaitEngines() {
            atFirstClient.run();
        }
    }
}
