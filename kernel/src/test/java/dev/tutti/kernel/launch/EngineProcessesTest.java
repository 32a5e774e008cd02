package dev.tutti.kernel.launch;

import static dev.tutti.kernel.fake.Cells.cell;
import static dev.tutti.kernel.fake.Cells.engines;
import static dev.tutti.kernel.fake.Cells.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.Dispatch;
import dev.tutti.kernel.controller.DispatchEvent;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fake.FakeEngineJar;
import dev.tutti.kernel.fake.LeakGuard;
import dev.tutti.kernel.fake.News;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Engines as real processes, well-behaved and not. */
@ExtendWith(LeakGuard.class)
@Timeout(60)
final class EngineProcessesTest {

    private static final EngineId E0 = new EngineId(0);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static Path jar;

    private final News news = new News();
    private Controller controller;

    @BeforeAll
    static void buildTheJar() throws IOException {
        jar = FakeEngineJar.in(folder);
    }

    @AfterEach
    void close() {
        controller.close();
    }

    @Test
    void enginesAreStartedAndEndWithTheController() throws Exception {
        open(LONG);
        controller.startLocal().get();
        assertThat(controller.start(3).get()).containsExactlyElementsOf(engines(0, 1, 2));
        List<ProcessHandle> processes = processes();

        assertThat(events(controller.execute(engines(-1, 0, 1, 2), cell("nothing"))))
                .hasSize(4)
                .allMatch(DispatchEvent.Finished.class::isInstance);
        controller.close();

        assertThat(processes).hasSize(4).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void anEngineThatExitsIsLostWithItsCode() throws Exception {
        open(LONG);
        controller.start(1).get();

        assertThat(events(controller.execute(engines(0), cell("exit:7"))))
                .containsExactly(new DispatchEvent.Lost(E0, "exit code 7 (System.exit)", OptionalInt.of(7)));
    }

    @Test
    void aKilledEngineIsLostWithItsSignal() throws Exception {
        open(LONG);
        controller.start(1).get();
        Dispatch dispatch = controller.execute(engines(0), cell("hang"));
        controller.ask(engines(0), new Message.Ping(0), LONG).get();

        processes().getFirst().destroyForcibly();

        assertThat(events(dispatch)).containsExactly(new DispatchEvent.Lost(E0, "killed by signal 9 (SIGKILL)"));
    }

    @Test
    void aHungEngineIsRestarted() throws Exception {
        open(LONG);
        controller.start(1).get();
        Dispatch dispatch = controller.execute(engines(0), cell("deaf"));
        ProcessHandle old = processes().getFirst();

        controller.restart(E0).get();

        assertThat(old.onExit()).succeedsWithin(LONG);
        assertThat(events(dispatch)).containsExactly(new DispatchEvent.Lost(E0, "it was restarted"));
        assertThat(events(controller.execute(engines(0), cell("nothing"))))
                .singleElement()
                .isInstanceOf(DispatchEvent.Finished.class);
    }

    @Test
    void anEngineThatDiesAtTheStartShowsWhy() {
        open(LONG, "-Dfake=DIES");

        assertStartFails("exit code 5", "This engine cannot start: no reason given.");
        assertThat(controller.roster()).isEmpty();
    }

    @Test
    void aJvmThatCannotStartShowsWhy() {
        open(LONG, "-XX:NoSuchFlag");

        assertStartFails("exit code 1", "Unrecognized VM option 'NoSuchFlag'");
    }

    @Test
    void anEngineOfAnotherVersionIsRefusedWithBothVersions() {
        open(LONG, "-Dfake=WRONG_VERSION");

        assertStartFails("The controller speaks protocol 2, the engine speaks 9");
    }

    @Test
    void anEngineThatSaysNothingIsKilled() {
        open(Duration.ofMillis(700), "-Dfake=SILENT");

        assertStartFails("did not join within 700 ms");
    }

    @Test
    void anEngineThatSendsGarbageIsNotStarted() {
        open(LONG, "-Dfake=GARBAGE");

        assertStartFails("before it joined");
    }

    @Test
    void aJavaThatIsNotThereIsSaid() throws Exception {
        String home = System.getProperty("java.home");
        System.setProperty("java.home", "/nowhere");
        try {
            open(LONG);
            assertStartFails("Engine 0 could not be started");
        } finally {
            System.setProperty("java.home", home);
        }
    }

    @Test
    void whatAProcessWritesPastOurStreamsGoesToTheListener() throws Exception {
        open(LONG, "-Dfake=EARLY_WORDS");
        controller.start(1).get();

        assertThat(news.await("STDERR 0")).isEqualTo("STDERR 0: early words");
        events(controller.execute(engines(0), cell("native:from below")));
        assertThat(news.await("STDOUT 0")).isEqualTo("STDOUT 0: from below");
    }

    @Test
    void anInterruptFromTheTerminalDoesNotReachEngines() throws Exception {
        open(LONG);
        controller.start(1).get();

        new ProcessBuilder(
                        "/bin/kill",
                        "-INT",
                        Long.toString(processes().getFirst().pid()))
                .start()
                .waitFor();

        assertThat(events(controller.execute(engines(0), cell("nothing"))))
                .singleElement()
                .isInstanceOf(DispatchEvent.Finished.class);
    }

    @Test
    void aStaleCacheDoesNotHurt() throws Exception {
        Path cache = Files.writeString(folder.resolve("stale.aot"), "not a cache");
        open(LONG, Optional.of(new AotCache(cache, false)), List.of());
        controller.start(1).get();
        events(controller.execute(engines(0), cell("native:marker")));

        assertThat(news.await("ST")).isEqualTo("STDOUT 0: marker");
    }

    @Test
    void aFloodOverASocketIsHeldBackAndCanBeStopped() throws Exception {
        open(LONG);
        controller.start(1).get();
        Dispatch dispatch = controller.execute(engines(0), cell("flood:100000000000"));
        dispatch.next(LONG);

        assertThat(controller.stop(dispatch, LONG).get()).containsOnlyKeys(E0);
        assertThat(events(dispatch)).hasSizeLessThan(10_000);
    }

    private void open(Duration startTimeout, String... jvmArguments) {
        open(startTimeout, Optional.empty(), List.of(jvmArguments));
    }

    private void open(Duration startTimeout, Optional<AotCache> cache, List<String> jvmArguments) {
        ControllerConfig config = new ControllerConfig(
                jar,
                cache,
                jvmArguments,
                startTimeout,
                (_, _) -> Optional.empty(),
                _ -> new byte[0],
                SessionServices.NONE,
                news);
        try {
            controller = LocalCluster.open(config, LocalCluster.defaultConnectionFile());
        } catch (LaunchException e) {
            throw new AssertionError(e);
        }
    }

    private List<ProcessHandle> processes() {
        return controller.roster().stream()
                .map(EngineStatus::pid)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    private void assertStartFails(String... parts) {
        assertThatThrownBy(() -> controller.start(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LaunchException.class)
                .hasMessageContainingAll(parts);
    }
}
