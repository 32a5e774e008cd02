package dev.tutti.kernel.controller;

import static dev.tutti.kernel.fake.Cells.cell;
import static dev.tutti.kernel.fake.Cells.engines;
import static dev.tutti.kernel.fake.Cells.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.fake.FakeEngine.Beginning;
import dev.tutti.kernel.fake.FakeLauncher;
import dev.tutti.kernel.fake.LeakGuard;
import dev.tutti.kernel.fake.News;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What controller and engines say to each other, over any transport. */
@ExtendWith(LeakGuard.class)
@Timeout(60)
abstract class ConversationTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final EngineId E0 = new EngineId(0);
    private static final EngineId E1 = new EngineId(1);
    private static final EngineId LOCAL = EngineId.LOCAL;

    private final News news = new News();
    private final CountDownLatch inputWanted = new CountDownLatch(1);
    private final CompletableFuture<Boolean> inputInterrupted = new CompletableFuture<>();
    private String input = "typed";
    private FakeLauncher launcher;
    private Controller controller;

    /** A fresh transport. */
    abstract Wire wire() throws IOException;

    /** Engines' ends of connections over that transport. */
    abstract FakeLauncher.Dialer dialer(Wire wire);

    @BeforeEach
    void open() throws IOException {
        Wire wire = wire();
        launcher = new FakeLauncher(dialer(wire));
        ControllerConfig config = new ControllerConfig(
                Path.of("engine.jar"),
                Optional.empty(),
                List.of(),
                Duration.ofMillis(800),
                this::find,
                this::read,
                SessionServices.NONE,
                news);
        controller = Controller.open(config, wire, launcher);
    }

    @AfterEach
    void close() {
        controller.close();
    }

    @Test
    void aCellGoesToAllTargetsAndEndsOnceAtEach() throws Exception {
        controller.start(3).get();

        Dispatch dispatch = controller.execute(engines(0, 2), cell("nothing"));

        assertThat(events(dispatch))
                .hasSize(2)
                .allMatch(DispatchEvent.Finished.class::isInstance)
                .extracting(DispatchEvent::engine)
                .containsExactlyInAnyOrder(E0, new EngineId(2));
        assertThat(dispatch.running()).isEmpty();
        assertThat(dispatch.targets()).isEqualTo(engines(0, 2));
        assertThat(dispatch.next(LONG)).isEmpty();
    }

    @Test
    void outputComesBeforeTheEnd() throws Exception {
        controller.start(1).get();

        assertThat(events(controller.execute(engines(0), cell("print:grüezi"))))
                .startsWith(new DispatchEvent.Output(E0, StreamKind.STDOUT, "grüezi"))
                .hasSize(2);
    }

    @Test
    void outputOfNoCellGoesToTheListener() throws Exception {
        controller.start(1).get();

        events(controller.execute(engines(0), cell("late:afterwards")));

        assertThat(news.await("STDERR")).isEqualTo("STDERR 0: afterwards");
    }

    @Test
    void theRosterTellsWhatEachSlotDoes() throws Exception {
        controller.startLocal().get();
        controller.start(1).get();

        Dispatch dispatch = controller.execute(engines(0), cell("hang"));
        controller.ask(engines(0), new Message.Ping(0), LONG).get();

        assertThat(controller.roster()).extracting(EngineStatus::id).containsExactly(LOCAL, E0);
        assertThat(controller.roster())
                .extracting(EngineStatus::state)
                .containsExactly(EngineState.IDLE, EngineState.BUSY);
        assertThat(controller.roster().get(1)).satisfies(status -> {
            assertThat(status.cell()).contains(cell("hang").cell());
            assertThat(status.heapUsedBytes()).isEqualTo(1 << 20);
            assertThat(status.host()).isEqualTo("here");
            assertThat(status.pid()).isEqualTo(ProcessHandle.current().pid());
        });
        controller.stop(dispatch, LONG).get();
        events(dispatch);
        assertThat(controller.roster().get(1).state()).isEqualTo(EngineState.IDLE);
    }

    @Test
    void anEngineFetchesAClassThatItMisses() throws Exception {
        controller.start(1).get();

        assertThat(value(events(controller.execute(engines(0), cell("class:Known")))))
                .isEqualTo("found Known");
        assertThat(value(events(controller.execute(engines(0), cell("class:Unknown")))))
                .isEqualTo("missing");
        assertThat(value(events(controller.execute(engines(0), cell("class:Failing")))))
                .isEqualTo("missing");
    }

    @Test
    void localReadsStandardInputAndEnginesReadItsEnd() throws Exception {
        controller.startLocal().get();
        controller.start(1).get();

        assertThat(value(events(controller.execute(engines(-1), cell("input")))))
                .isEqualTo("typed");
        assertThat(value(events(controller.execute(engines(0), cell("input"))))).isEmpty();
    }

    @Test
    void inputThatNobodyWaitsForAnyMoreIsInterrupted() throws Exception {
        input = null;
        controller.startLocal().get();

        Dispatch dispatch = controller.execute(engines(-1), cell("input-abandoned"));
        inputWanted.await();
        controller.stop(dispatch, LONG).get();
        events(dispatch);

        assertThat(inputInterrupted).succeedsWithin(LONG);
    }

    @Test
    void aStopTellsWhereEachWasAndTheCellEnds() throws Exception {
        controller.start(2).get();
        Dispatch dispatch = controller.execute(engines(0, 1), cell("hang"));

        Map<EngineId, List<Frame>> where = controller.stop(dispatch, LONG).get();

        assertThat(where).containsOnlyKeys(E0, E1);
        assertThat(where.get(E0)).containsExactly(new Frame("Cell", "do_it$", "cell 1", 2));
        assertThat(events(dispatch))
                .extracting(event -> ((DispatchEvent.Finished) event).done().outcome())
                .containsOnly(new Outcome.Stopped(List.of()));
        assertThat(controller.stop(dispatch, LONG).get()).isEmpty();
    }

    @Test
    void aStopOfADeafEngineIsOverAfterItsTime() throws Exception {
        launcher.beginnings.add(Beginning.DEAF);
        controller.start(1).get();
        Dispatch dispatch = controller.execute(engines(0), cell("hang"));

        assertThat(controller.stop(dispatch, Duration.ofMillis(50)).get()).isEmpty();
        assertThat(dispatch.running()).isEqualTo(engines(0));
        controller.restart(E0).get();
        assertThat(events(dispatch)).containsExactly(new DispatchEvent.Lost(E0, "it was restarted"));
    }

    @Test
    void questionsAreAnsweredByAllThatCan() throws Exception {
        launcher.beginnings.add(Beginning.DEAF);
        controller.start(2).get();
        Message.Request read = new Message.ReadVariables(new SessionId(1), List.of(), RenderLimits.DEFAULT);

        Map<EngineId, Message.Reply> replies =
                controller.ask(engines(0, 1, 7), read, Duration.ofMillis(200)).get();

        assertThat(replies).hasSize(1);
        assertThat(replies.values()).allMatch(Message.VariablesRead.class::isInstance);
        assertThat(controller.ask(engines(9), read, LONG).get()).isEmpty();
    }

    @Test
    void anEngineWhoseConnectionDropsIsLost() throws Exception {
        controller.start(2).get();

        List<DispatchEvent> events = events(controller.execute(engines(0, 1), cell("drop")));

        assertThat(events)
                .containsExactlyInAnyOrder(
                        new DispatchEvent.Lost(E0, "exit code 0 (System.exit)", OptionalInt.of(0)),
                        new DispatchEvent.Lost(E1, "exit code 0 (System.exit)", OptionalInt.of(0)));
        assertThat(news.await("lost 1")).isEqualTo("lost 1: exit code 0 (System.exit)");
        assertThat(controller.roster()).extracting(EngineStatus::state).containsOnly(EngineState.LOST);
    }

    @Test
    void aKilledEngineIsLostWithTheSignalAndTheOthersGoOn() throws Exception {
        controller.start(1).get();
        controller.start(1).get();
        Dispatch dispatch = controller.execute(engines(0, 1), cell("hang"));
        controller.ask(engines(0, 1), new Message.Ping(0), LONG).get();

        launcher.killNewest();

        assertThat(dispatch.next(LONG)).contains(new DispatchEvent.Lost(E1, "killed by signal 9 (SIGKILL)"));
        assertThat(dispatch.running()).containsExactly(E0);
        assertThat(events(controller.execute(engines(1), cell("nothing"))))
                .containsExactly(new DispatchEvent.Lost(E1, "killed by signal 9 (SIGKILL)"));
        controller.stop(dispatch, LONG).get();
        assertThat(events(dispatch)).hasSize(1);
    }

    @Test
    void aReplyThatCannotBeDecodedFailsItsCellAndTheConnectionLivesOn() throws Exception {
        controller.start(1).get();

        assertThat(events(controller.execute(engines(0), cell("undecodable"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        DispatchEvent.Failed.class,
                        failed -> assertThat(failed.reason()).contains("unknown type 99"));
        assertThat(events(controller.execute(engines(0), cell("wrong-reply"))))
                .containsExactly(
                        new DispatchEvent.Failed(E0, "the engine answered the cell with Ack where Done was due"));
        assertThat(events(controller.execute(engines(0), cell("nothing"))))
                .singleElement()
                .isInstanceOf(DispatchEvent.Finished.class);
    }

    @Test
    void anEngineThatSendsGarbageIsLost() throws Exception {
        controller.start(1).get();

        assertThat(events(controller.execute(engines(0), cell("garbage"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        DispatchEvent.Lost.class,
                        lost -> assertThat(lost.reason()).contains("does not speak Tutti's protocol"));
    }

    @Test
    void lostDeafAndHealthyEnginesCanBeRestarted() throws Exception {
        launcher.beginnings.add(Beginning.DEAF);
        controller.start(1).get();
        controller.restart(E0).get();
        events(controller.execute(engines(0), cell("drop")));
        controller.restart(E0).get();
        controller.restart(E0).get();

        assertThat(events(controller.execute(engines(0), cell("nothing"))))
                .singleElement()
                .isInstanceOf(DispatchEvent.Finished.class);
        assertThat(controller.roster()).hasSize(1);
    }

    @Test
    void localIsReplacedByAFreshOne() throws Exception {
        assertThat(controller.startLocal().get()).isEqualTo(LOCAL);
        events(controller.execute(engines(-1), cell("drop")));
        assertThat(controller.startLocal().get()).isEqualTo(LOCAL);

        assertThat(events(controller.execute(engines(-1), cell("nothing"))))
                .singleElement()
                .isInstanceOf(DispatchEvent.Finished.class);
    }

    @Test
    void anEngineThatIsNotThereCannotBeRestarted() {
        assertThatThrownBy(() -> controller.restart(new EngineId(3)).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LaunchException.class)
                .hasMessageContaining("There is no engine 3 to restart");
    }

    @Test
    void cellsForEnginesThatAreNotThereEndAtOnce() throws Exception {
        assertThat(events(controller.execute(engines(4), cell("nothing"))))
                .containsExactly(new DispatchEvent.Lost(new EngineId(4), "there is no engine 4"));
        assertThat(controller.execute(engines(), cell("nothing")).ended()).isTrue();
    }

    @Test
    void whoDoesNotSayHelloInTimeIsNotStarted() throws Exception {
        launcher.beginnings.add(Beginning.SILENT);

        assertStartFails("did not join within 800 ms");
        assertThat(controller.roster()).isEmpty();
    }

    @Test
    void whoHasNotTheTokenIsRefused() {
        launcher.beginnings.add(Beginning.WRONG_TOKEN);

        assertStartFails("Engine 0 could not be started: its process ended with exit code 0 before it joined");
    }

    @Test
    void whoSpeaksAnotherVersionIsRefused() {
        launcher.beginnings.add(Beginning.WRONG_VERSION);

        assertStartFails("last words");
    }

    @Test
    void whoSendsGarbageOrNoHelloIsNotLetIn() {
        launcher.beginnings.add(Beginning.GARBAGE);
        assertStartFails("before it joined");
        launcher.beginnings.add(Beginning.NO_HELLO);
        assertStartFails("before it joined");
    }

    @Test
    void oneThatCannotStartFailsTheCallAndTheOthersJoin() throws Exception {
        launcher.beginnings.add(Beginning.WRONG_TOKEN);

        CompletableFuture<List<EngineId>> started = controller.start(2);

        assertThatThrownBy(started::get).hasCauseInstanceOf(LaunchException.class);
        news.await("joined");
        assertThat(controller.roster()).filteredOn(EngineStatus::live).hasSize(1);
    }

    @Test
    void allOutputOfAFloodComesThroughASlowTaker() throws Exception {
        controller.start(1).get();

        long characters = events(controller.execute(engines(0), cell("flood:20000000"))).stream()
                .mapToLong(event -> event instanceof DispatchEvent.Output(_, _, String text) ? text.length() : 0)
                .sum();

        assertThat(characters).isEqualTo(20_000_000);
    }

    @Test
    void aFloodThatNobodyTakesCanBeStoppedAndWhatExceedsTheBoundIsDropped() throws Exception {
        controller.start(1).get();
        Dispatch dispatch = controller.execute(engines(0), cell("flood:100000000000"));
        dispatch.next(LONG);

        assertThat(controller.stop(dispatch, LONG).get()).containsOnlyKeys(E0);
        List<DispatchEvent> events = events(dispatch);

        assertThat(events.getLast()).isInstanceOf(DispatchEvent.Finished.class);
        assertThat(events).hasSizeLessThan(10_000); // 1,000 characters each
    }

    @Test
    void afterTheCloseCallsAreAnsweredAsIfAllWereGone() throws Exception {
        controller.start(2).get();
        Dispatch dispatch = controller.execute(engines(0), cell("hang"));

        controller.close();

        assertThat(events(dispatch)).singleElement().isInstanceOf(DispatchEvent.Lost.class);
        assertThat(events(controller.execute(engines(0, 1), cell("nothing"))))
                .contains(new DispatchEvent.Lost(E1, "the controller is closed"));
        assertThat(controller.ask(engines(0), new Message.Ping(0), LONG).get()).isEmpty();
        assertStartFails("the controller is closed");
    }

    private void assertStartFails(String reason) {
        assertThatThrownBy(() -> controller.start(1).get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LaunchException.class)
                .hasMessageContaining(reason);
    }

    private static String value(List<DispatchEvent> events) {
        Message.Done done = ((DispatchEvent.Finished) events.getLast()).done();
        return ((Outcome.Value) done.outcome()).rendered().text();
    }

    private Optional<ClassFile> find(SessionId session, String name) {
        return switch (name) {
            case "Known" -> Optional.of(new ClassFile(name, new byte[] {1}));
            case "Failing" -> throw new IllegalStateException("a source that fails");
            default -> Optional.empty();
        };
    }

    private byte[] read(int limit) {
        if (input != null) {
            return input.getBytes(StandardCharsets.UTF_8);
        }
        inputWanted.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            inputInterrupted.complete(true);
        }
        return new byte[0];
    }
}
