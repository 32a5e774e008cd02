package dev.tutti.kernel.controller;

import static dev.tutti.kernel.fake.Cells.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, in whatever order: what must always hold, holds. The seed is the test's parameter. */
final class RandomEventsTest {

    private static final int EVENTS = 4000;
    private static final int SLOTS = 6;

    private final Scenario scenario = new Scenario();
    private final Map<RequestId, Set<EngineId>> cells = new HashMap<>();
    private final Map<RequestId, Set<EngineId>> ended = new HashMap<>();
    private final Set<RequestId> calls = new HashSet<>();
    private final Set<RequestId> questions = new HashSet<>();
    private final Map<String, LaunchId> launches = new HashMap<>();
    private final Set<LaunchId> gone = new HashSet<>();
    private final Set<ConnectionId> connected = new HashSet<>();
    private final Set<ConnectionId> closed = new HashSet<>();
    private final Map<EngineId, EngineState> shown = new HashMap<>();
    private Random random;
    private long next = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyRequestEndsOnceAndNothingIsSentToTheLost(long seed) {
        random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            check(scenario.on(event()));
            check(
                    random.nextInt(10) == 0
                            ? scenario.during(Duration.ofMillis(random.nextInt(3000)))
                            : scenario.after(Duration.ofMillis(random.nextInt(30))));
        }
        check(scenario.on(new Event.Close()));
        check(scenario.during(Duration.ofDays(1)));

        assertThat(ended).isEqualTo(cells);
        assertThat(calls).isEmpty();
        assertThat(questions).isEmpty();
        assertThat(scenario.state.nextAlarm()).isEmpty();
    }

    private Event event() {
        return switch (random.nextInt(16)) {
            case 0 -> new Event.Start(call(), random.nextInt(3), EngineSettings.PLAIN);
            case 1 -> new Event.Restart(call(), engine());
            case 2, 3 -> {
                RequestId id = id();
                Set<EngineId> targets = targets();
                cells.put(id, targets);
                ended.put(id, new TreeSet<>());
                yield new Event.Execute(id, targets, cell("nothing"));
            }
            case 4 -> {
                RequestId id = id();
                questions.add(id);
                yield new Event.Ask(id, targets(), new Message.Ping(0), Duration.ofMillis(random.nextInt(500)));
            }
            case 5 -> {
                RequestId id = id();
                questions.add(id);
                yield new Event.Stop(id, someCell(), Duration.ofMillis(random.nextInt(500)));
            }
            case 6 -> new Event.Taken(someCell(), engine(), random.nextInt(2_000_000));
            case 7, 8 -> {
                ConnectionId connection = new ConnectionId(++next);
                connected.add(connection);
                check(scenario.on(new Event.Opened(connection)));
                Message.Hello hello = new Message.Hello(any(launches.keySet(), "none"), "0", "25", 1, "host");
                yield new Event.Received(connection, RequestId.NONE, hello);
            }
            case 9, 10 -> new Event.Received(someConnection(), someCell(), Scenario.DONE);
            case 11 ->
                new Event.Received(
                        someConnection(),
                        someCell(),
                        new Message.Output(StreamKind.STDOUT, "x".repeat(random.nextInt(400_000))));
            case 12 -> new Event.Received(someConnection(), any(questions, RequestId.NONE), new Message.Pong(1, 2, 3));
            case 13 -> {
                ConnectionId connection = someConnection();
                connected.remove(connection);
                closed.add(connection);
                yield new Event.Disconnected(
                        connection, random.nextBoolean() ? Optional.empty() : Optional.of("garbage"));
            }
            case 14 -> {
                LaunchId launch = any(new HashSet<>(launches.values()), new LaunchId(0));
                launches.values().remove(launch);
                gone.add(launch);
                yield random.nextInt(4) == 0
                        ? new Event.LaunchFailed(launch, "no java")
                        : new Event.Exited(launch, new Exit(random.nextInt(200), ""));
            }
            default -> new Event.Undecodable(someConnection(), someCell(), "nonsense");
        };
    }

    private void check(List<Instruction> instructions) {
        for (Instruction instruction : instructions) {
            check(instruction);
        }
    }

    private void check(Instruction instruction) {
        switch (instruction) {
            case Instruction.Send(var to, _, var message) -> {
                assertThat(to).isNotEmpty().doesNotHaveDuplicates();
                assertThat(connected).as(message.toString()).containsAll(to);
            }
            case Instruction.Deliver(var execution, var event) -> {
                assertThat(cells.get(execution)).contains(event.engine());
                assertThat(ended.get(execution)).as("ended before").doesNotContain(event.engine());
                if (!(event instanceof DispatchEvent.Output)) {
                    ended.get(execution).add(event.engine());
                }
            }
            case Instruction.Answered(var request, _) ->
                assertThat(questions.remove(request)).isTrue();
            case Instruction.Started(var call, _) ->
                assertThat(calls.remove(call)).isTrue();
            case Instruction.StartFailed(var call, _) ->
                assertThat(calls.remove(call)).isTrue();
            case Instruction.Launch(var launch, var engine, var token, _, _) -> {
                assertThat(shown).containsEntry(engine, EngineState.STARTING);
                launches.put(token, launch);
            }
            case Instruction.Disconnect(var connection) -> {
                connected.remove(connection); // its end may still be told, and messages of it may still come
                closed.add(connection);
            }
            case Instruction.Show(var status) -> {
                shown.put(status.id(), status.state());
                assertThat(status.cell().isPresent()).isEqualTo(status.state() == EngineState.BUSY);
                assertThat(status.lost().isPresent()).isEqualTo(status.state() == EngineState.LOST);
            }
            case Instruction.Hide(var engine) ->
                assertThat(shown.remove(engine)).isNotNull();
            case Instruction.Read(var connection, _) -> assertThat(connected).contains(connection);
            case Instruction.Kill _,
                    Instruction.Closed _,
                    Instruction.FindClass _,
                    Instruction.ReadInput _,
                    Instruction.LendTerminal _,
                    Instruction.ForgetInput _,
                    Instruction.ShowGroups _,
                    Instruction.TellJoined _,
                    Instruction.TellLost _,
                    Instruction.TellDefined _,
                    Instruction.TellSilent _,
                    Instruction.TellStopped _,
                    Instruction.TellClient _,
                    Instruction.AwaitEngines _,
                    Instruction.AskKernel _,
                    Instruction.TellOutput _ -> {}
        }
    }

    private RequestId id() {
        return new RequestId(++next);
    }

    private RequestId call() {
        RequestId id = id();
        calls.add(id);
        return id;
    }

    private EngineId engine() {
        return new EngineId(random.nextInt(SLOTS) - 1);
    }

    private Set<EngineId> targets() {
        return IntStream.range(0, random.nextInt(SLOTS))
                .mapToObj(_ -> engine())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private RequestId someCell() {
        return any(
                ended.keySet().stream().filter(cell -> cell.value() > next - 60).collect(Collectors.toSet()),
                new RequestId(3));
    }

    private ConnectionId someConnection() {
        return any(random.nextInt(20) == 0 ? closed : connected, new ConnectionId(0));
    }

    private <T> T any(Set<T> all, T otherwise) {
        if (all.isEmpty()) {
            return otherwise;
        }
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(java.util.Comparator.comparing(Object::toString));
        return sorted.get(random.nextInt(sorted.size()));
    }
}
