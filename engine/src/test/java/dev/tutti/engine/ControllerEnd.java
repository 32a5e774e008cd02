package dev.tutti.engine;

import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.transport.ReceivedFrame;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The controller's end of one connection: enough of a controller to have every conversation with an engine. */
final class ControllerEnd {

    private static final long PATIENCE_SECONDS = 30;

    private final ByteChannel channel;
    private final Connection connection;
    private final Thread reader;
    private final Map<Long, LinkedBlockingQueue<Message>> arrived = new ConcurrentHashMap<>();
    private final Map<String, ClassFile> known = new ConcurrentHashMap<>();
    private final ArrayDeque<String> input = new ArrayDeque<>();
    private final Map<ContextId, TaskMessage.Context> contexts = new ConcurrentHashMap<>();
    final List<String> fetched = new ArrayList<>();
    final List<TaskMessage.AskContext> contextsAsked = new CopyOnWriteArrayList<>();

    final CountDownLatch contextAsked = new CountDownLatch(1);

    /** The client does not answer. */
    volatile boolean keepsContexts;

    /** How many ends each message of them had. */
    final List<Integer> endFrames = new CopyOnWriteArrayList<>();

    final CountDownLatch inputAsked = new CountDownLatch(1);
    private volatile CountDownLatch reading = new CountDownLatch(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private long lastRequest;
    final Message.Hello hello;

    /** Takes an engine in. */
    ControllerEnd(ByteChannel channel, EngineId id, Path spool) throws IOException, ProtocolException {
        this.channel = channel;
        this.connection = new Connection(channel);
        this.hello = (Message.Hello) connection.receive().orElseThrow().message();
        connection.send(MessageCodec.encode(RequestId.NONE, new Message.Welcome(id, "client-token", spool.toString())));
        this.reader = Thread.ofPlatform().name("controller-reader").start(this::read);
    }

    /** Classes that the engine may ask for. */
    void know(List<ClassFile> classes) {
        classes.forEach(classFile -> known.put(classFile.name(), classFile));
    }

    /** No class is to be had any more. */
    void forget() {
        known.clear();
    }

    /** Lines that user code will read. */
    void type(String... lines) {
        synchronized (input) {
            input.addAll(List.of(lines));
        }
    }

    /** From now on nothing is read from the connection, until {@link #resumeReading}. */
    void pauseReading() {
        reading = new CountDownLatch(1);
    }

    void resumeReading() {
        reading.countDown();
    }

    synchronized RequestId send(Message.Request request) {
        RequestId id = new RequestId(++lastRequest);
        arrived.put(id.value(), new LinkedBlockingQueue<>());
        send(MessageCodec.encode(id, request));
        return id;
    }

    /** A number for something that an engine shall run. */
    synchronized RequestId newId() {
        return new RequestId(++lastRequest);
    }

    /** What expects no answer under an id of its own. */
    void send(TaskMessage message) {
        send(MessageCodec.encode(RequestId.NONE, message));
    }

    /** Session variables that the engine may ask for. */
    void know(ContextId id, TaskMessage.Context context) {
        contexts.put(id, context);
    }

    /** Bytes as they are. */
    synchronized void send(byte[] frame) {
        try {
            connection.send(frame);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The next message under a request id. */
    Message next(RequestId id) {
        try {
            Message message = arrived.computeIfAbsent(id.value(), _ -> new LinkedBlockingQueue<>())
                    .poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No message under " + id + " within " + PATIENCE_SECONDS + " s");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All that is told of a task, up to its end. */
    TaskAnswer taskAnswer(RequestId run) {
        List<Message> told = new ArrayList<>();
        while (true) {
            Message message = next(run);
            if (message instanceof TaskMessage.RunsEnded(var ends)) {
                return new TaskAnswer(told, ends.getFirst());
            }
            told.add(message);
        }
    }

    /** Everything under a request id, up to its terminal reply. */
    Answer answer(RequestId id) {
        List<Message.Output> outputs = new ArrayList<>();
        while (true) {
            switch (next(id)) {
                case Message.Output output -> outputs.add(output);
                case Message.Reply reply -> {
                    return new Answer(outputs, reply);
                }
                case Message other -> throw new AssertionError(other);
            }
        }
    }

    Answer ask(Message.Request request) {
        return answer(send(request));
    }

    /** Waits for the end of the connection. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The connection breaks. */
    void hangUp() throws IOException {
        channel.close();
    }

    void close() throws IOException, InterruptedException {
        resumeReading();
        channel.close();
        reader.join();
    }

    private void read() {
        try {
            for (Optional<ReceivedFrame> frame = connection.receive();
                    frame.isPresent();
                    frame = connection.receive()) {
                reading.await();
                take(frame.get());
            }
        } catch (IOException | ProtocolException | InterruptedException _) {
            // The test closed the channel, or the engine is gone.
        } finally {
            ended.countDown();
        }
    }

    private void take(ReceivedFrame frame) throws ProtocolException {
        switch (frame.message()) {
            case Message.ClassRequest(var _, var name) -> {
                fetched.add(name);
                reply(frame.request(), new Message.ClassReply(Optional.ofNullable(known.get(name))));
            }
            case Message.InputRequest(int _) -> {
                String line;
                synchronized (input) {
                    line = input.poll();
                }
                inputAsked.countDown();
                if (line != null) {
                    reply(frame.request(), new Message.InputReply(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
            case TaskMessage.RunsEnded(var ends) -> {
                endFrames.add(ends.size());
                ends.forEach(end -> arrive(end.run(), new TaskMessage.RunsEnded(List.of(end))));
            }
            case TaskMessage.RunProgress progress -> arrive(progress.run(), progress);
            case TaskMessage.RunWaits waits -> arrive(waits.run(), waits);
            case TaskMessage.AskContext ask -> {
                contextsAsked.add(ask);
                contextAsked.countDown();
                TaskMessage.Context context = contexts.get(ask.context());
                if (!keepsContexts) {
                    reply(frame.request(), context == null ? new Message.Failure("The client is gone.") : context);
                }
            }
            case Message message -> arrive(frame.request(), message);
        }
    }

    private void arrive(RequestId id, Message message) {
        arrived.computeIfAbsent(id.value(), _ -> new LinkedBlockingQueue<>()).add(message);
    }

    private void reply(RequestId id, Message message) {
        send(MessageCodec.encode(id, message));
    }

    /** What an engine told of a task: what came while it ran, then its end. */
    record TaskAnswer(List<Message> told, RunEnd end) {

        TaskOutcome outcome() {
            return end.outcome();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            told.forEach(message -> {
                if (message instanceof Message.Output output) {
                    text.append(output.text());
                }
            });
            return text.toString();
        }
    }

    /** What an engine answered: its output, then one reply. */
    record Answer(List<Message.Output> outputs, Message.Reply reply) {

        Message.Done done() {
            if (reply instanceof Message.Done done) {
                return done;
            }
            throw new AssertionError(reply);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            outputs.forEach(output -> text.append(output.text()));
            return text.toString();
        }
    }
}
