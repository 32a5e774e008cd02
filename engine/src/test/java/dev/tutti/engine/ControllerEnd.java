package dev.tutti.engine;

import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.transport.ReceivedFrame;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    final List<String> fetched = new ArrayList<>();
    final CountDownLatch inputAsked = new CountDownLatch(1);
    private volatile CountDownLatch reading = new CountDownLatch(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private long lastRequest;
    final Message.Hello hello;

    /** Takes an engine in. */
    ControllerEnd(ByteChannel channel, EngineId id) throws IOException, ProtocolException {
        this.channel = channel;
        this.connection = new Connection(channel);
        this.hello = (Message.Hello) connection.receive().orElseThrow().message();
        connection.send(MessageCodec.encode(RequestId.NONE, new Message.Welcome(id, "client-token", "")));
        this.reader = Thread.ofPlatform().name("controller-reader").start(this::read);
    }

    /** Classes that the engine may ask for. */
    void know(List<ClassFile> classes) {
        classes.forEach(classFile -> known.put(classFile.name(), classFile));
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
            case Message message ->
                arrived.computeIfAbsent(frame.request().value(), _ -> new LinkedBlockingQueue<>())
                        .add(message);
        }
    }

    private void reply(RequestId id, Message message) {
        send(MessageCodec.encode(id, message));
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
