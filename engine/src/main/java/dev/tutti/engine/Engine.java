package dev.tutti.engine;

import dev.tutti.engine.execute.MainLoop;
import dev.tutti.engine.execute.UserTerminal;
import dev.tutti.engine.link.Host;
import dev.tutti.engine.load.Application;
import dev.tutti.engine.stream.StandardStreams;
import dev.tutti.engine.stream.Streams;
import dev.tutti.engine.stream.ThreadStreams;
import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.transport.HeapReserve;
import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.transport.ReceivedFrame;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.transport.Writer;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.woven.StoppedError;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One engine's life on one connection.
 *
 * <p>Threads: the one that calls {@link #join} and {@link #run} becomes the main thread, where user code runs. One reads
 * the connection and answers what must be answered while user code runs; one writes it. No thread of the user's touches
 * the connection.
 */
final class Engine {

    private static final int FAILED = 1;
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Connection connection;
    private final EndOfProcess end;
    private final Outbox outbox = new Outbox();
    private final Requests requests = new Requests(outbox);

    /** Beside the group of the main thread, not in it: what user code starts is in that one. */
    private final ThreadGroup ownThreads =
            new ThreadGroup(Thread.currentThread().getThreadGroup().getParent(), "tutti");

    private final EngineId id;
    private final String clientToken;
    private final MainLoop mainLoop;

    private Engine(Connection connection, Message.Welcome welcome, EndOfProcess end) {
        this.connection = connection;
        this.id = welcome.engine();
        this.clientToken = welcome.clientToken();
        this.end = end;
        LazyTasks tasks = new LazyTasks(id, requests, welcome.spool());
        this.mainLoop = new MainLoop(id, outbox, requests, ownThreads, tasks);
    }

    /** Shows the token and is let in. */
    static Engine join(Connection connection, String token, EndOfProcess end)
            throws IOException, ProtocolException, RefusedException {
        Message.Hello hello = new Message.Hello(
                token,
                EngineVersion.TEXT,
                System.getProperty("java.version"),
                ProcessHandle.current().pid(),
                Host.name());
        connection.send(MessageCodec.encode(RequestId.NONE, hello));
        Optional<ReceivedFrame> frame = connection.receive();
        if (frame.isEmpty()) {
            throw new EOFException("it closed the connection during the handshake.");
        }
        Message answer = frame.get().message();
        if (answer instanceof Message.Refused refused) {
            throw new RefusedException(refused.reason());
        }
        if (answer instanceof Message.Welcome welcome) {
            return new Engine(connection, welcome, end);
        }
        throw new ProtocolException("The controller answered the handshake with " + answer.type() + ".");
    }

    /** What a client in this JVM shows to the controller; empty if it lets none in. */
    String clientToken() {
        return clientToken;
    }

    /** Serves until the end of the connection. */
    void run() {
        try (Streams _ =
                Application.isThere() ? ThreadStreams.install(outbox) : StandardStreams.install(id, outbox, requests)) {
            if (!Application.isThere()) {
                Thread.setDefaultUncaughtExceptionHandler(Engine::uncaught);
            }
            if (id.isLocal()) {
                UserTerminal.mayBeAsked(requests);
            }
            daemon(new Writer(outbox, connection), "engine-writer").start();
            daemon(this::read, "engine-reader").start();
            mainLoop.run();
        } finally {
            // If the main thread ever fails, the reading thread shall end the engine: one that answers nothing is
            // worse.
            closeConnection();
        }
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (IOException _) {
            // It is of no use any more in any case.
        }
    }

    private Thread daemon(Runnable task, String role) {
        Thread thread = new Thread(ownThreads, task, role);
        thread.setDaemon(true);
        return thread;
    }

    /** The reading thread: it must never wait for user code. */
    private void read() {
        int status = FAILED;
        try {
            for (Optional<ReceivedFrame> frame = receive(); frame.isPresent(); frame = receive()) {
                handleAnyhow(frame.get());
            }
            status = 0;
        } catch (IOException | ProtocolException _) {
            // The end of the connection is the end of the engine, whatever brought it about.
        } finally {
            if (Application.isThere()) {
                mainLoop.leave();
            } else {
                mainLoop.close();
            }
            requests.close();
            outbox.close();
            end.end(status);
        }
    }

    /** User code may have taken all memory for the moment; that must not end the engine. */
    private Optional<ReceivedFrame> receive() throws IOException, ProtocolException {
        while (true) {
            try {
                return connection.receive();
            } catch (OutOfMemoryError e) {
                HeapReserve.awaitRoom();
            }
        }
    }

    /** As {@link #receive}: what cannot be done now is answered. */
    private void handleAnyhow(ReceivedFrame frame) {
        try {
            handle(frame);
        } catch (OutOfMemoryError e) {
            HeapReserve.awaitRoom();
            tellNoMemory(frame.request());
        }
    }

    private void tellNoMemory(RequestId request) {
        while (true) {
            try {
                outbox.sendUrgent(request, new Message.Failure("Engine " + id + " has no memory left for a request."));
                return;
            } catch (OutOfMemoryError e) {
                HeapReserve.awaitRoom();
            }
        }
    }

    private void handle(ReceivedFrame frame) {
        RequestId request = frame.request();
        Message message;
        try {
            message = frame.message();
        } catch (ProtocolException e) {
            outbox.sendUrgent(
                    request, new Message.Failure("Engine " + id + " cannot read a message: " + e.getMessage()));
            return;
        }
        switch (message.type()) {
            case EXECUTE, REDEFINE, READ_VARIABLES, FORGET, CLOSE_SESSION, EXTEND_CLASS_PATH ->
                mainLoop.submit(request, (Message.Request) message);
            case RUN -> mainLoop.submit((TaskMessage.Run) message);
            case RECALL -> mainLoop.recall((TaskMessage.Recall) message);
            case STOP -> mainLoop.stop(request, (Message.Stop) message);
            case PING -> outbox.sendUrgent(request, pong());
            case INSPECT -> inspect(request, (Message.Inspect) message);
            case SHUTDOWN -> shutdown(request);
            case CLASS_REPLY, INPUT_REPLY, TERMINAL_REPLY, CONTEXT, FAILURE, ACK -> requests.complete(request, message);
            case HELLO, CLASS_REQUEST, INPUT_REQUEST, TERMINAL_REQUEST ->
                outbox.sendUrgent(request, new Message.Failure("An engine does not answer " + message.type() + "."));
            case CLIENT_HELLO,
                    CLIENT_WELCOME,
                    ENGINES_CHANGED,
                    TASKS_ENDED,
                    TASK_OUTPUT,
                    TASK_PROGRESS,
                    SUBMIT,
                    CANCEL,
                    INITIALISE,
                    RECYCLE,
                    START_ENGINES,
                    RESTART_ENGINES,
                    STOP_ENGINES,
                    NAME_ENGINES,
                    ENGINES_STARTED,
                    ASK_LOADS,
                    LOADS,
                    ASK_CAPTURES,
                    CAPTURES,
                    ASK_VARIABLE,
                    VARIABLE_FOUND,
                    EXECUTE_CODE,
                    CODE_EXECUTED,
                    RUNS_ENDED,
                    RUN_PROGRESS,
                    RUN_WAITS,
                    ASK_CONTEXT ->
                outbox.sendUrgent(request, new Message.Failure("An engine does not answer " + message.type() + "."));
            case WELCOME, REFUSED, DONE, VARIABLES_READ, STOPPING, PONG, INSPECTED, OUTPUT -> {
                // Replies to what an engine never asks: nobody waits for them.
            }
        }
    }

    private Message pong() {
        Runtime jvm = Runtime.getRuntime();
        return new Message.Pong(jvm.totalMemory() - jvm.freeMemory(), jvm.maxMemory(), connection.received());
    }

    /** On a thread of its own: a class histogram of a large heap takes seconds. */
    private void inspect(RequestId request, Message.Inspect inspect) {
        daemon(() -> outbox.sendUrgent(request, Inspection.answer(id, inspect)), "engine-inspector")
                .start();
    }

    private void shutdown(RequestId request) {
        outbox.sendUrgent(request, new Message.Ack());
        if (Application.isThere()) {
            drain();
            closeConnection(); // so that reading ends
        } else {
            end.end(0);
        }
    }

    /** Writes out what is left, for a moment at most: what user code printed before it ended the JVM. */
    void drain() {
        try {
            outbox.drain(DRAIN_NANOS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a thread of user code has thrown and nobody has caught is told, but for a stop. */
    static void uncaught(Thread thread, Throwable thrown) {
        if (!(thrown instanceof StoppedError)) {
            System.err.print("Exception in thread \"".concat(thread.getName()).concat("\" "));
            thrown.printStackTrace();
        }
    }
}
