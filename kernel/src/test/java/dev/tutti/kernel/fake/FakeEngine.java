package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;

/**
 * The engine's side of the protocol, for tests. What it does with a cell is the method name of the cell's first entry
 * point, see {@link #perform}; how it begins is a {@link Beginning}.
 */
public final class FakeEngine {

    /** How an engine says hello. */
    public enum Beginning {
        GOOD,
        SILENT,
        WRONG_VERSION,
        WRONG_TOKEN,
        GARBAGE,
        NO_HELLO,
        DEAF
    }

    private final Line line;
    private final String token;
    private final Beginning beginning;
    private final Map<RequestId, CountDownLatch> running = new ConcurrentHashMap<>();
    private final Map<RequestId, SynchronousQueue<Message>> asked = new ConcurrentHashMap<>();
    private final Queue<Thread> mains = new ConcurrentLinkedQueue<>();
    private volatile boolean deaf;
    private long requests;

    public FakeEngine(Line line, String token, Beginning beginning) {
        this.line = line;
        this.token = token;
        this.beginning = beginning;
    }

    /** Serves until the connection ends. */
    public void run() throws IOException {
        try {
            hello();
            for (Optional<byte[]> frame = line.receive(); frame.isPresent(); frame = line.receive()) {
                if (!deaf) {
                    serve(frame.get());
                }
            }
        } finally {
            mains.forEach(Thread::interrupt);
        }
    }

    private void hello() throws IOException {
        Message.Hello hello = new Message.Hello(
                beginning == Beginning.WRONG_TOKEN ? "guess" : token,
                "0",
                "25",
                ProcessHandle.current().pid(),
                "here");
        byte[] frame = MessageCodec.encode(RequestId.NONE, hello);
        switch (beginning) {
            case GOOD, WRONG_TOKEN -> line.send(frame);
            case DEAF -> {
                line.send(frame);
                deaf = true;
            }
            case WRONG_VERSION -> {
                frame[2] = 9;
                line.send(frame);
            }
            case GARBAGE -> line.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case NO_HELLO -> line.send(MessageCodec.encode(RequestId.NONE, new Message.Ack()));
            case SILENT -> {}
        }
    }

    private void serve(byte[] frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        Header header;
        Message message;
        try {
            header = Header.read(bytes);
            message = MessageCodec.decode(header, bytes);
        } catch (ProtocolException e) {
            throw new IOException(e);
        }
        RequestId request = header.request();
        switch (message) {
            case Message.Execute execute -> execute(request, execute);
            case Message.Stop(var execution) -> stop(request, execution);
            case Message.Ping _ -> send(request, new Message.Pong(1 << 20, 8 << 20, 0));
            case Message.ReadVariables read ->
                send(request, new Message.VariablesRead(List.of(Optional.of(rendered(read.toString())))));
            case Message.Shutdown _ -> {
                send(request, new Message.Ack());
                line.close();
            }
            case Message.Refused(String reason) -> {
                System.err.println(reason);
                line.close();
            }
            case TaskMessage.Run run -> runs(run);
            case TaskMessage.Recall _ -> {} // all of its tasks begin at once
            case TaskMessage.Context reply -> answered(request, reply);
            case Message.Failure reply -> answered(request, reply);
            case Message.ClassReply reply -> answered(request, reply);
            case Message.InputReply reply -> answered(request, reply);
            default -> send(request, new Message.Ack());
        }
    }

    /** Runs tasks in order; the encoded function of each is what it does, in the words of {@link FakeTasks}. */
    private void runs(TaskMessage.Run run) {
        run.runs().forEach(spec -> running.put(spec.run(), new CountDownLatch(1)));
        start(() -> {
            for (RunSpec spec : run.runs()) {
                send(RequestId.NONE, new TaskMessage.RunsEnded(List.of(FakeTasks.end(spec.run(), outcome(run, spec)))));
            }
        });
    }

    private TaskOutcome outcome(TaskMessage.Run run, RunSpec spec) throws IOException, InterruptedException {
        String[] order = FakeTasks.words(run, spec).split(":", 2);
        CountDownLatch stopped = running.get(spec.run());
        return switch (order[0]) {
            case "value" -> FakeTasks.value(order[1]);
            case "print" -> {
                send(spec.run(), new Message.Output(StreamKind.STDOUT, order[1]));
                yield FakeTasks.value("printed");
            }
            case "flood" -> {
                print(spec.run(), Long.parseLong(order[1]));
                yield stopped.getCount() > 0 ? FakeTasks.value("printed") : new TaskOutcome.Stopped(List.of());
            }
            case "progress" -> {
                send(RequestId.NONE, new TaskMessage.RunProgress(spec.run(), 1, 2, order[1]));
                yield FakeTasks.value("progressed");
            }
            case "hang" -> {
                stopped.await();
                yield new TaskOutcome.Stopped(List.of());
            }
            case "drop" -> {
                line.close();
                yield FakeTasks.value("dropped");
            }
            case "class" -> FakeTasks.value(FakeTasks.told(ask(new Message.ClassRequest(run.session(), order[1]))));
            case "context" ->
                FakeTasks.value(FakeTasks.told(
                        ask(new TaskMessage.AskContext(run.client(), new ContextId(0, Long.parseLong(order[1]))))));
            case "environment" -> FakeTasks.value(String.valueOf(System.getenv(order[1])));
            case "property" -> FakeTasks.value(String.valueOf(System.getProperty(order[1])));
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    /** What user code does, on a thread of its own. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void start(Work work) {
        Thread main = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException | UncheckedIOException _) {
                        // the connection has ended, and with it the engine
                    }
                },
                "fake-main");
        mains.add(main);
        main.setDaemon(true);
        main.start();
    }

    private void execute(RequestId request, Message.Execute cell) {
        running.put(request, new CountDownLatch(1));
        String[] order = cell.entries().getFirst().method().split(":", 2);
        start(() -> perform(request, order[0], order.length > 1 ? order[1] : ""));
    }

    private void perform(RequestId request, String verb, String argument) throws IOException, InterruptedException {
        switch (verb) {
            case "nothing" -> done(request, new Outcome.Nothing());
            case "print" -> {
                send(request, new Message.Output(StreamKind.STDOUT, argument));
                done(request, new Outcome.Nothing());
            }
            case "late" -> {
                done(request, new Outcome.Nothing());
                send(RequestId.NONE, new Message.Output(StreamKind.STDERR, argument));
            }
            case "hang" -> {
                running.get(request).await();
                done(request, new Outcome.Stopped(List.of()));
            }
            case "flood" -> flood(request, Long.parseLong(argument));
            case "class" -> {
                Message.ClassReply reply =
                        (Message.ClassReply) ask(new Message.ClassRequest(new SessionId(1), argument));
                String found =
                        reply.classFile().map(file -> "found " + file.name()).orElse("missing");
                done(request, new Outcome.Value(rendered(found)));
            }
            case "input" -> {
                Message.InputReply reply = (Message.InputReply) ask(new Message.InputRequest(10));
                done(request, new Outcome.Value(rendered(new String(reply.bytes(), StandardCharsets.UTF_8))));
            }
            case "input-abandoned" -> {
                send(new RequestId(++requests), new Message.InputRequest(10));
                running.get(request).await();
                done(request, new Outcome.Stopped(List.of()));
            }
            case "undecodable" -> {
                byte[] frame = MessageCodec.encode(request, new Message.Ack());
                frame[3] = 99;
                line.send(frame);
            }
            case "wrong-reply" -> send(request, new Message.Ack());
            case "garbage" -> line.send(new byte[64]);
            case "deaf" -> deaf = true;
            case "drop" -> line.close();
            case "exit" -> System.exit(Integer.parseInt(argument));
            case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(argument));
            case "native" -> {
                System.out.println(argument);
                done(request, new Outcome.Nothing());
            }
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private void flood(RequestId request, long characters) throws IOException {
        print(request, characters);
        done(request, running.get(request).getCount() > 0 ? new Outcome.Nothing() : new Outcome.Stopped(List.of()));
    }

    /** Prints lines of 1,000 characters until it has printed enough or is stopped. */
    private void print(RequestId request, long characters) throws IOException {
        byte[] frame = MessageCodec.encode(request, new Message.Output(StreamKind.STDOUT, "x".repeat(999) + "\n"));
        for (long printed = 0; printed < characters && running.get(request).getCount() > 0; printed += 1000) {
            synchronized (line) {
                line.send(frame);
            }
        }
    }

    private void stop(RequestId request, RequestId execution) throws IOException {
        CountDownLatch latch = running.get(execution);
        if (latch != null) {
            latch.countDown();
        }
        send(
                request,
                new Message.Stopping(latch == null ? List.of() : List.of(new Frame("Cell", "do_it$", "cell 1", 2))));
    }

    private Message ask(Message question) throws IOException, InterruptedException {
        RequestId id = new RequestId(++requests);
        SynchronousQueue<Message> answer = new SynchronousQueue<>();
        asked.put(id, answer);
        send(id, question);
        return answer.take();
    }

    private void answered(RequestId id, Message answer) throws IOException {
        SynchronousQueue<Message> waiting = asked.remove(id);
        if (waiting != null) {
            try {
                waiting.put(answer);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private void done(RequestId request, Outcome outcome) throws IOException {
        send(request, new Message.Done(outcome, 1, List.of(), List.of(), 1, 1));
    }

    private void send(RequestId request, Message message) throws IOException {
        byte[] frame = MessageCodec.encode(request, message);
        synchronized (line) {
            line.send(frame);
        }
    }

    private static Rendered rendered(String text) {
        return new Rendered(text, "String", text.hashCode(), false);
    }
}
