package dev.tutti.engine.link;

import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.transport.ReceivedFrame;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A client's connection over a Unix domain socket. Its own threads {@code client-reader} and {@code client-writer} alone
 * touch the channel, because the interrupt of a thread that is blocked in a channel closes it; they belong to no cell, so
 * that stopping one does not concern them.
 */
public final class ClientConnection implements Link {

    /** How long {@link #close} waits for what has been sent to be written. */
    private static final long DRAIN_MILLIS = 500;

    private static final Set<ClientConnection> OPEN = ConcurrentHashMap.newKeySet();

    private final Connection connection;
    private final TaskMessage.ClientWelcome welcome;
    private final SendQueue queue;
    private final PendingAnswers answers = new PendingAnswers();
    private final Thread writer;
    private final CompletableFuture<Listener> listener = new CompletableFuture<>();
    private volatile boolean closed;

    private ClientConnection(Connection connection, TaskMessage.ClientWelcome welcome) {
        this.connection = connection;
        this.welcome = welcome;
        this.queue = new SendQueue(connection);
        this.writer = daemon(queue, "client-writer");
    }

    /**
     * Connects and shows the token. Nothing is received before {@link #start}.
     *
     * @param session the session whose classes the client runs; 0: one of its own
     * @return fails with {@link LinkException}, whose message says why and what to do
     */
    public static CompletableFuture<ClientConnection> open(ControllerAddress address, SessionId session) {
        CompletableFuture<ClientConnection> opened = new CompletableFuture<>();
        daemon(() -> openAndRead(address, session, opened), "client-reader").start();
        return opened;
    }

    private static void openAndRead(
            ControllerAddress address, SessionId session, CompletableFuture<ClientConnection> opened) {
        ClientConnection made;
        try {
            made = open(address.socket(), hello(address.token(), session));
        } catch (LinkException e) {
            opened.completeExceptionally(e);
            return;
        }
        OPEN.add(made);
        try {
            opened.complete(made);
            made.read();
        } finally {
            OPEN.remove(made);
        }
    }

    private static TaskMessage.ClientHello hello(String token, SessionId session) {
        return new TaskMessage.ClientHello(
                token,
                TuttiVersion.TEXT,
                System.getProperty("java.version"),
                ProcessHandle.current().pid(),
                Host.name(),
                session);
    }

    private static ClientConnection open(String socket, TaskMessage.ClientHello hello) throws LinkException {
        Connection connection = connect(socket);
        try {
            connection.send(MessageCodec.encode(RequestId.NONE, hello));
            Message answer = receive(connection);
            while (answer instanceof TaskMessage.EnginesChanged) {
                answer = receive(connection); // the welcome waits for engines, of which all clients hear
            }
            if (answer instanceof TaskMessage.ClientWelcome welcome) {
                return new ClientConnection(connection, welcome);
            }
            throw new LinkException(
                    answer instanceof Message.Refused(var reason)
                            ? "The controller does not let this client in: " + reason
                            : "The controller answered the handshake with " + answer.type() + ".");
        } catch (LinkException e) {
            close(connection);
            throw e;
        } catch (IOException | ProtocolException e) {
            close(connection);
            throw new LinkException("The controller at " + socket + " did not take this client: " + text(e), e);
        }
    }

    private static Message receive(Connection connection) throws IOException, ProtocolException {
        return connection
                .receive()
                .orElseThrow(() -> new EOFException("it closed the connection during the handshake"))
                .message();
    }

    private static Connection connect(String socket) throws LinkException {
        try {
            return new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        } catch (IOException | IllegalArgumentException e) {
            throw new LinkException(
                    "The controller at " + socket + " cannot be reached (" + text(e) + "). It has ended, or runs on"
                            + " another machine: start one with tutti controller.",
                    e);
        }
    }

    /** Ends all that there are in this JVM: for an engine that leaves it. */
    public static void closeAll() {
        OPEN.forEach(ClientConnection::close);
    }

    /** Begins to receive. Once. */
    public void start(Listener told) {
        writer.start();
        listener.complete(told);
    }

    @Override
    public SessionId session() {
        return welcome.session();
    }

    @Override
    public Path spool() {
        return Path.of(welcome.spool());
    }

    @Override
    public void send(TaskMessage message) {
        queue.add(RequestId.NONE, message);
    }

    @Override
    public CompletableFuture<Message> ask(TaskMessage question) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        queue.add(answers.add(answer), question);
        answers.sent();
        return answer;
    }

    @Override
    public void close() {
        closed = true;
        listener.cancel(false);
        queue.close();
        try {
            writer.join(DRAIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        close(connection);
    }

    // The reading thread.

    private void read() {
        Listener told;
        try {
            told = listener.join();
        } catch (CancellationException _) {
            return; // It was closed before anybody wanted to hear of it.
        }
        String reason = "The connection to the controller has ended: the controller is gone.";
        try {
            for (Optional<ReceivedFrame> frame = connection.receive();
                    frame.isPresent();
                    frame = connection.receive()) {
                handle(frame.get(), told);
            }
        } catch (IOException | ProtocolException e) {
            reason = "The connection to the controller is lost: " + text(e);
        } finally {
            String why = closed ? "The connection to the controller has been closed." : reason;
            queue.close();
            answers.end(why);
            told.closed(why);
        }
    }

    private void handle(ReceivedFrame frame, Listener told) {
        RequestId request = frame.request();
        Message message;
        try {
            message = frame.message();
        } catch (ProtocolException e) {
            Message failure = new Message.Failure("The client cannot read a message: " + e.getMessage());
            if (request.value() != RequestId.NONE.value()) {
                answers.answered(request, failure);
            }
            return;
        }
        switch (message) {
            case Message.ClassRequest(_, var name) -> answer(request, () -> classReply(told, name));
            case TaskMessage.AskContext ask -> answer(request, () -> contextReply(told, ask));
            case Message.Ping _ -> queue.add(request, pong());
            case TaskMessage news when request.value() == RequestId.NONE.value() -> told.received(news);
            default -> answers.answered(request, message);
        }
    }

    /** On a thread of its own: a class is read from a file, and who reads the connection must not wait. */
    private void answer(RequestId request, Supplier<Message> reply) {
        Thread.ofVirtual().name("client-answers").start(() -> queue.add(request, reply.get()));
    }

    private static Message classReply(Listener told, String name) {
        return new Message.ClassReply(told.classFile(name).map(bytes -> new ClassFile(name, bytes)));
    }

    private static Message contextReply(Listener told, TaskMessage.AskContext ask) {
        Optional<TaskMessage.Context> context = told.context(ask.context());
        return context.isPresent()
                ? context.get()
                : new Message.Failure("The client has let go of the session variables that this task carries.");
    }

    private Message pong() {
        Runtime jvm = Runtime.getRuntime();
        return new Message.Pong(jvm.totalMemory() - jvm.freeMemory(), jvm.maxMemory(), connection.received());
    }

    // Ends and texts.

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // It is of no use any more in any case.
        }
    }

    private static String text(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** In a group of its own under the root: what a cell starts is in the group of the main thread. */
    private static Thread daemon(Runnable work, String role) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread thread = new Thread(new ThreadGroup(root, "tutti-client"), work, role, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
