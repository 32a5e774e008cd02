package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.fake.FakeTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A state machine with a clock that is set by hand: events in, instructions out. */
final class Scenario {

    static final Duration START_TIMEOUT = Duration.ofSeconds(10);

    /** As many processes as are launched at once. */
    static final int AT_ONCE = 2;

    /** What clients show. */
    static final String CLIENT_TOKEN = "secret";

    static final Message.Done DONE = new Message.Done(new Outcome.Nothing(), 1, List.of(), List.of(), 0, 0);

    private long ids = 1000;
    private long tokens;
    private Instant now = Instant.EPOCH;

    final ControllerState state = new ControllerState(
            new Launches.Settings(
                    AT_ONCE,
                    START_TIMEOUT,
                    () -> "token" + ++tokens,
                    new Controller.House(CLIENT_TOKEN, "/spool", Optional.empty())),
            () -> new RequestId(++ids));

    Instant now() {
        return now;
    }

    List<Instruction> on(Event event) {
        List<Instruction> all = new ArrayList<>(state.handle(event, now));
        all.addAll(state.settle(now));
        return all;
    }

    List<Instruction> after(Duration time) {
        now = now.plus(time);
        return on(new Event.TimePassed());
    }

    /** Lets time pass from alarm to alarm; all that happens meanwhile. */
    List<Instruction> during(Duration time) {
        Instant end = now.plus(time);
        List<Instruction> all = new ArrayList<>();
        while (state.nextAlarm().filter(alarm -> !alarm.isAfter(end)).isPresent()) {
            now = state.nextAlarm().orElseThrow();
            all.addAll(on(new Event.TimePassed()));
        }
        now = end;
        return all;
    }

    /** Starts engines from 0 on, whose launches and connections have the numbers from 1 on; they have joined. */
    void engines(int count) {
        on(new Event.Start(new RequestId(1), count, EngineSettings.PLAIN));
        for (int number = 1; number <= count; number++) {
            join(number);
            pong(number);
        }
    }

    List<Instruction> join(int number) {
        on(new Event.Opened(connection(number)));
        return received(number, 0, hello(number));
    }

    void pong(int number) {
        received(number, ids, new Message.Pong(10, 100, 1));
    }

    List<Instruction> received(int connection, long request, Message message) {
        return on(new Event.Received(connection(connection), new RequestId(request), message));
    }

    /** A program connects, is let in, and has a session of its own. */
    List<Instruction> client(int number) {
        return client(number, new SessionId(0));
    }

    /** A client of a session connects and is let in. */
    List<Instruction> client(int number, SessionId session) {
        on(new Event.Opened(connection(number)));
        received(number, 0, clientHello(CLIENT_TOKEN, session));
        return on(new Event.EnginesAwaited(connection(number), RequestId.NONE));
    }

    static TaskMessage.ClientHello clientHello(String token, SessionId session) {
        return new TaskMessage.ClientHello(token, "0", "25", 7, "host", session);
    }

    /** What is said to a connection. */
    static List<Message> to(int connection, List<Instruction> instructions) {
        return sent(connection, instructions).stream()
                .map(Instruction.Send::message)
                .toList();
    }

    /** What is said to a connection, with the numbers. */
    static List<Instruction.Send> sent(int connection, List<Instruction> instructions) {
        return only(Instruction.Send.class, instructions).stream()
                .filter(send -> send.to().contains(connection(connection)))
                .toList();
    }

    Message.Hello hello(int number) {
        return new Message.Hello("token" + number, "0", "25", 100 + number, "host");
    }

    static ConnectionId connection(int number) {
        return new ConnectionId(number);
    }

    static LaunchId launch(int number) {
        return new LaunchId(number);
    }

    static EngineId engine(int number) {
        return new EngineId(number);
    }

    static <T extends Instruction> List<T> only(Class<T> kind, List<Instruction> instructions) {
        return instructions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What clients are told of an engine that was the nth to be launched. */
    static EngineInfo live(int number, int launch) {
        return new EngineInfo(engine(number), EngineInfo.State.LIVE, "host", 100 + launch, "", Set.of());
    }

    static TaskMessage.ClientWelcome welcome(List<Instruction> instructions) {
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

    static List<RequestId> runs(List<Instruction> instructions) {
        return runMessage(instructions).runs().stream().map(RunSpec::run).toList();
    }

    static RequestId run(List<Instruction> instructions) {
        return runs(instructions).getFirst();
    }

    static TaskMessage.RunsEnded ended(RequestId run) {
        return new TaskMessage.RunsEnded(List.of(new RunEnd(run, FakeTasks.value("7"), 1, 1, 1)));
    }
}
