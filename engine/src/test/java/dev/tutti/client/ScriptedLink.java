package dev.tutti.client;

import dev.tutti.engine.link.Link;
import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A link whose other end is the test: keeps what is sent, and answers questions as the test says. */
final class ScriptedLink implements Link {

    final List<TaskMessage> sent = new CopyOnWriteArrayList<>();
    final List<TaskMessage> asked = new CopyOnWriteArrayList<>();
    Function<TaskMessage, Message> answers = question -> {
        if (question instanceof TaskMessage.AskLoads) {
            return new TaskMessage.Loads(List.of(), 0);
        }
        throw new AssertionError("Not expected: " + question);
    };
    Function<TaskMessage, List<TaskMessage>> reactions = _ -> List.of();
    Link.Listener listener;
    boolean closed;
    private final SessionId session;

    ScriptedLink(SessionId session) {
        this.session = session;
    }

    @Override
    public SessionId session() {
        return session;
    }

    @Override
    public Path spool() {
        return Path.of("spool");
    }

    @Override
    public void send(TaskMessage message) {
        sent.add(message);
        new ArrayList<>(reactions.apply(message)).forEach(listener::received);
    }

    @Override
    public CompletableFuture<Message> ask(TaskMessage question) {
        asked.add(question);
        Message answer = answers.apply(question);
        return answer instanceof Message.Failure(var reason)
                ? CompletableFuture.failedFuture(new LinkException(reason))
                : CompletableFuture.completedFuture(answer);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The controller tells of live engines. */
    void live(int... numbers) {
        live(List.of(), numbers);
    }

    /** The controller tells of live engines and of names. */
    void live(List<EngineGroup> groups, int... numbers) {
        listener.received(new TaskMessage.EnginesChanged(
                IntStream.of(numbers).mapToObj(ScriptedLink::live).toList(), groups, List.of()));
    }

    static EngineInfo live(int number) {
        return engine(number, EngineInfo.State.LIVE);
    }

    static EngineInfo engine(int number, EngineInfo.State state) {
        return new EngineInfo(new EngineId(number), state, "host", 1000 + number, "", Set.of());
    }
}
