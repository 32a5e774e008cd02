package dev.tutti.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over a real Unix domain socket. */
@Timeout(30)
final class ClientConnectionTest {

    @TempDir
    Path folder;

    private ScriptedController controller;
    private ClientConnection client;
    private final Heard heard = new Heard();

    private static final class Heard implements Link.Listener {
        final LinkedBlockingQueue<TaskMessage> messages = new LinkedBlockingQueue<>();
        final CompletableFuture<String> closed = new CompletableFuture<>();
        final LinkedBlockingQueue<String> threads = new LinkedBlockingQueue<>();

        @Override
        public void received(TaskMessage message) {
            threads.add(Thread.currentThread().getName());
            messages.add(message);
        }

        @Override
        public void closed(String reason) {
            closed.complete(reason);
        }

        @Override
        public Optional<byte[]> classFile(String name) {
            return name.equals("A") ? Optional.of(new byte[] {1, 2}) : Optional.empty();
        }

        @Override
        public Optional<TaskMessage.Context> context(ContextId id) {
            return id.low() == 1
                    ? Optional.of(new TaskMessage.Context(List.of("W"), List.of(), List.of()))
                    : Optional.empty();
        }
    }

    @BeforeEach
    void listen() throws IOException {
        controller = new ScriptedController(folder.resolve("socket"));
    }

    @AfterEach
    void end() throws IOException {
        if (client != null) {
            client.close();
        }
        controller.close();
    }

    private void connect() throws Exception {
        CompletableFuture<ClientConnection> opened = ClientConnection.open(controller.address(), new SessionId(0));
        controller.accept();
        controller.receive();
        controller.send(RequestId.NONE, new TaskMessage.ClientWelcome(new SessionId(9), folder.toString()));
        client = opened.get();
        client.start(heard);
    }

    @Test
    void theClientShowsItsTokenAndLearnsItsSession() throws Exception {
        CompletableFuture<ClientConnection> opened = ClientConnection.open(controller.address(), new SessionId(4));
        controller.accept();
        TaskMessage.ClientHello hello =
                (TaskMessage.ClientHello) controller.receive().message();
        controller.send(RequestId.NONE, new TaskMessage.ClientWelcome(new SessionId(4), folder.toString()));
        client = opened.get();

        assertThat(hello.token()).isEqualTo("secret");
        assertThat(hello.session()).isEqualTo(new SessionId(4));
        assertThat(hello.version()).isEqualTo(TuttiVersion.TEXT);
        assertThat(client.session()).isEqualTo(new SessionId(4));
        assertThat(client.spool()).isEqualTo(folder);
    }

    @Test
    void aRefusalIsToldWithItsReason() throws Exception {
        CompletableFuture<ClientConnection> opened = ClientConnection.open(controller.address(), new SessionId(0));
        controller.accept();
        controller.receive();
        controller.send(RequestId.NONE, new Message.Refused("It is of version 0.2, the client of 0.1."));

        assertThatThrownBy(opened::get)
                .cause()
                .isInstanceOf(LinkException.class)
                .hasMessage("The controller does not let this client in: It is of version 0.2, the client of 0.1.");
    }

    @Test
    void aControllerThatIsGoneIsNamed() throws IOException {
        controller.close();
        assertThatThrownBy(ClientConnection.open(controller.address(), new SessionId(0))::get)
                .cause()
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("start one with tutti controller");
    }

    @Test
    void newsAreToldOnTheReadingThread() throws Exception {
        connect();
        TaskMessage news = new TaskMessage.EnginesChanged(List.of());
        controller.send(RequestId.NONE, news);

        assertThat(heard.messages.take()).isEqualTo(news);
        assertThat(heard.threads.take()).isEqualTo("client-reader");
    }

    @Test
    void eachQuestionGetsItsOwnAnswer() throws Exception {
        connect();
        CompletableFuture<Message> first = client.ask(new TaskMessage.AskLoads());
        CompletableFuture<Message> second = client.ask(new TaskMessage.StopEngines(List.of(new EngineId(1))));
        CompletableFuture<Message> third = client.ask(new TaskMessage.AskLoads());
        RequestId one = controller.receive().request();
        RequestId two = controller.receive().request();
        RequestId three = controller.receive().request();
        controller.send(two, new Message.Ack());
        controller.send(three, new Message.Failure("no such thing"));
        controller.send(one, new TaskMessage.Loads(List.of(), 3));

        assertThat(first.get()).isEqualTo(new TaskMessage.Loads(List.of(), 3));
        assertThat(second.get()).isEqualTo(new Message.Ack());
        assertThatThrownBy(third::get).cause().isInstanceOf(LinkException.class).hasMessage("no such thing");
    }

    @Test
    void relayedQuestionsAreAnsweredUnderTheirNumbers() throws Exception {
        connect();
        controller.send(new RequestId(11), new Message.ClassRequest(new SessionId(9), "A"));
        assertThat(controller.receive()).satisfies(frame -> {
            assertThat(frame.request()).isEqualTo(new RequestId(11));
            ClassFile found = ((Message.ClassReply) frame.message()).classFile().orElseThrow();
            assertThat(found.bytes()).containsExactly(1, 2);
        });
        controller.send(new RequestId(12), new Message.ClassRequest(new SessionId(9), "B"));
        assertThat(((Message.ClassReply) controller.receive().message()).classFile())
                .isEmpty();
        controller.send(new RequestId(13), new TaskMessage.AskContext(1, new ContextId(0, 1)));
        assertThat(((TaskMessage.Context) controller.receive().message()).classes())
                .containsExactly("W");
        controller.send(new RequestId(14), new TaskMessage.AskContext(1, new ContextId(0, 2)));
        assertThat(controller.receive().message()).isInstanceOf(Message.Failure.class);
    }

    @Test
    void submissionsThatWaitAreMergedIntoFewFramesAndNoneIsLost() throws Exception {
        connect();
        int count = 5_000;
        TaskFunction function = new TaskFunction.Names();
        TaskOptions how = new TaskOptions(List.of(), Optional.empty(), false, Optional.empty(), "");
        for (int i = 1; i <= count; i++) {
            client.send(new TaskMessage.Submit(
                    List.of(function), List.of(how), List.of(new TaskSpec(new TaskId(i), 0, 0, List.of()))));
        }
        List<Long> received = new ArrayList<>();
        int frames = 0;
        while (received.size() < count) {
            TaskMessage.Submit submit =
                    (TaskMessage.Submit) controller.receive().message();
            assertThat(submit.functions()).hasSize(1);
            submit.tasks().forEach(task -> received.add(task.id().value()));
            frames++;
        }

        assertThat(received).isSorted().doesNotHaveDuplicates().hasSize(count);
        assertThat(frames).isLessThan(count);
    }

    @Test
    void theEndOfTheControllerIsToldOnceAndFailsWhatWaits() throws Exception {
        connect();
        CompletableFuture<Message> question = client.ask(new TaskMessage.AskLoads());
        controller.receive();
        controller.close();

        assertThat(heard.closed.get(20, TimeUnit.SECONDS)).startsWith("The connection to the controller");
        assertThatThrownBy(question::get).cause().isInstanceOf(LinkException.class);
        assertThatThrownBy(client.ask(new TaskMessage.AskLoads())::get).cause().isInstanceOf(LinkException.class);
    }

    @Test
    void closingWritesWhatWasSentAndTellsIt() throws Exception {
        connect();
        client.send(new TaskMessage.Recycle(5));
        client.close();

        assertThat(controller.receive().message()).isEqualTo(new TaskMessage.Recycle(5));
        assertThat(heard.closed.get()).isEqualTo("The connection to the controller has been closed.");
    }

    @Test
    void itsThreadsAreOfNoCell() throws Exception {
        connect();
        Set<String> roles = Set.of("client-reader", "client-writer");
        ThreadGroup mine = Thread.currentThread().getThreadGroup();

        List<Thread> own = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> roles.contains(thread.getName()))
                .toList();

        assertThat(own).hasSizeGreaterThanOrEqualTo(2).allMatch(Thread::isDaemon);
        assertThat(own).noneMatch(thread -> mine.parentOf(thread.getThreadGroup()));
    }

    @Test
    void aConnectionFileTellsWhereTheControllerIs() throws Exception {
        Path file = folder.resolve("cluster.connection");
        Files.writeString(file, "socket=/run/tutti.socket\ntoken=abc\nversion=0.1.0\npid=42\n");

        assertThat(ConnectionFile.read(file))
                .isEqualTo(new ConnectionFile(new ControllerAddress("/run/tutti.socket", "abc"), "0.1.0", 42));

        Files.writeString(file, "socket=/run/tutti.socket\n");
        assertThatThrownBy(() -> ConnectionFile.read(file))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("does not tell its token");
        assertThatThrownBy(() -> ConnectionFile.read(folder.resolve("none")))
                .isInstanceOf(LinkException.class)
                .hasMessageStartingWith("There is no connection file");
    }
}
