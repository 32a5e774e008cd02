package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.client.Action;
import dev.tutti.client.AsyncResult;
import dev.tutti.client.Cluster;
import dev.tutti.client.ClusterException;
import dev.tutti.client.EngineDescription;
import dev.tutti.client.EngineLostException;
import dev.tutti.client.EngineSetup;
import dev.tutti.client.Here;
import dev.tutti.client.Registration;
import dev.tutti.client.RemoteException;
import dev.tutti.client.TaskCancelledException;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fake.News;
import dev.tutti.kernel.launch.LocalCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How real engines come and go, as an ordinary program asks for it. */
@Timeout(60)
final class ClusterLifeTest {

    @TempDir
    private Path folder;

    private Controller controller;
    private Cluster cluster;

    @BeforeEach
    void open() throws Exception {
        controller = LocalCluster.open(
                new ControllerConfig(
                        Path.of(System.getProperty("tutti.engine.jar")),
                        Optional.empty(),
                        List.of(),
                        Duration.ofSeconds(30),
                        (_, _) -> Optional.empty(),
                        _ -> new byte[0],
                        SessionServices.NONE,
                        new News()),
                connectionFile());
        cluster = Cluster.connect(connectionFile());
    }

    @AfterEach
    void close() {
        cluster.close();
        controller.close();
    }

    private Path connectionFile() {
        return folder.resolve("connection");
    }

    private long process(int engine) {
        return cluster.engine(engine).apply(() -> ProcessHandle.current().pid());
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void enginesComeAreRestartedAndGoWhileTheProgramRuns() {
        assertThat(cluster.start(2)).containsExactly(0, 1);
        long first = process(0);
        long second = process(1);

        cluster.restart(0);
        assertThat(process(0)).isNotEqualTo(first);
        assertThat(process(1)).isEqualTo(second);

        cluster.stop(0);
        assertThat(cluster.ids()).containsExactly(1);
        assertThat(cluster.start(1)).containsExactly(2);
        assertThat(cluster.size()).isEqualTo(2);
    }

    @Test
    void joinsAndLossesAreToldUntilNobodyListens() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (Registration _ = cluster.onJoined(engine -> told.add("joined " + engine.id()));
                Registration _ = cluster.onLost(engine -> told.add("lost " + engine.id()))) {
            cluster.start(1);
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("joined 0");
            cluster.engine(0).applyAsync(() -> Runtime.getRuntime().halt(3));
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("lost 0");
        }
        cluster.restart(0);
        assertThat(told).isEmpty();
    }

    @Test
    void enginesHaveTheArgumentsEnvironmentAndDirectoryOfTheirSetAlsoAfterARestart() {
        EngineSetup setup = EngineSetup.named("big")
                .withJvmArguments("-Dtutti.test=set")
                .withEnvironment("TUTTI_TEST", "there")
                .in(folder)
                .withResources("gpu");
        int engine = cluster.start(1, setup).getFirst();
        for (int i = 0; i < 2; i++) {
            assertThat(cluster.engine(engine)
                            .<List<String>>apply(() -> List.of(
                                    System.getProperty("tutti.test"),
                                    System.getenv("TUTTI_TEST"),
                                    System.getProperty("user.dir"))))
                    .containsExactly("set", "there", folder.toString());
            assertThat(cluster.view("@big").targets()).containsExactly(engine);
            assertThat(cluster.engines())
                    .extracting(EngineDescription::resources)
                    .containsExactly(java.util.Set.of("gpu"));
            cluster.restart(engine);
        }
    }

    @Test
    void anEngineThatCannotStartIsToldWithItsLastWords() {
        assertThatThrownBy(() -> cluster.start(2, EngineSetup.named("bad").withJvmArguments("-Xmx1x")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("Invalid maximum heap size: -Xmx1x");
        assertThat(cluster.start(1)).hasSize(1);
    }

    @Test
    void whoWaitsForEnginesIsToldAtOnceThatOneDied() throws Exception {
        CompletableFuture<Throwable> waited = new CompletableFuture<>();
        CountDownLatch waiting = new CountDownLatch(1);
        Thread waiter = Thread.startVirtualThread(() -> {
            waiting.countDown();
            try {
                cluster.awaitEngines(3, Duration.ofMinutes(5));
                waited.complete(null);
            } catch (RuntimeException e) {
                waited.complete(e);
            }
        });
        waiting.await();
        assertThatThrownBy(() -> cluster.start(1, EngineSetup.PLAIN.withJvmArguments("-Xmx1x")))
                .isInstanceOf(ClusterException.class);

        assertThat(waited.get(20, TimeUnit.SECONDS))
                .hasMessageContaining("0 of 3 engines are ready")
                .hasMessageContaining("Invalid maximum heap size: -Xmx1x");
        waiter.join();
    }

    @Test
    void aRestartedEngineIsInitialisedAnew() {
        cluster.start(1);
        cluster.onStart("test", () -> System.setProperty("tutti.test", "yes"));
        assertThat(cluster.engine(0).<String>apply(() -> System.getProperty("tutti.test")))
                .isEqualTo("yes");
        cluster.restart(0);
        assertThat(cluster.engine(0).<String>apply(() -> System.getProperty("tutti.test")))
                .isEqualTo("yes");
    }

    @Test
    void anInitialiserThatFailsIsToldByEveryCallUntilARightOneTakesItsPlace() {
        cluster.start(1);
        cluster.onStart("test", () -> {
            throw new IllegalStateException("no data here");
        });
        assertThatThrownBy(() -> cluster.balanced()
                        .waitAtMost(Duration.ofSeconds(1))
                        .submit(Here::engineId)
                        .result())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> cluster.engine(0).apply(Here::engineId))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("initialiser test failed there")
                .hasMessageContaining("no data here");
        cluster.onStart("test", () -> {});
        assertThat(cluster.engine(0).<Integer>apply(Here::engineId)).isZero();
    }

    @Test
    void whatAProgramLeavesUndoneIsGivenUpAndTheEnginesGoOn() {
        cluster.start(1);
        AsyncResult<?> left;
        long engine = process(0);
        try (Cluster other = Cluster.connect(connectionFile())) {
            left = other.engine(0).applyAsync(ClusterLifeTest::hang);
            for (int i = 0; i < 100; i++) {
                other.balanced().submit(ClusterLifeTest::hang);
            }
        }
        assertThatThrownBy(left::result)
                .isInstanceOf(EngineLostException.class)
                .hasMessage("The connection to the controller has been closed.");
        assertThat(process(0)).isEqualTo(engine);
    }

    /** Begins, and does not let itself be stopped. */
    private static void holdOn(String begun) {
        write(Path.of(begun));
        while (true) {
            hang();
            Thread.interrupted();
        }
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "begun");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEngineWhoseTaskDoesNotStopGetsAFreshProcessIfThatIsAskedFor() throws Exception {
        cluster.start(1);
        long before = process(0);
        Path begun = folder.resolve("begun");
        String path = begun.toString();
        AsyncResult<Void> stubborn = cluster.balanced().submit((Action) () -> holdOn(path));
        while (!Files.exists(begun)) {
            Thread.onSpinWait();
        }

        assertThat(stubborn.cancelForcibly(Duration.ofMillis(200))).isTrue();

        assertThatThrownBy(stubborn::result).isInstanceOf(TaskCancelledException.class);
        assertThat(cluster.balanced()
                        .submit(() -> ProcessHandle.current().pid())
                        .result())
                .isNotEqualTo(before);
        assertThat(cluster.ids()).containsExactly(0);
    }

    @Test
    void allThatIsPendingFailsWhenTheControllerEnds() {
        cluster.start(1);
        AsyncResult<?> running = cluster.engine(0).applyAsync(ClusterLifeTest::hang);
        AsyncResult<?> waiting = cluster.balanced().submit(ClusterLifeTest::hang);
        controller.close();

        assertThatThrownBy(running::result).isInstanceOf(RuntimeException.class).hasMessageNotContaining("null");
        assertThatThrownBy(waiting::result).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> cluster.start(1)).isInstanceOf(ClusterException.class);
    }

    @Test
    void valuesOfTwoHundredMegabytesComeAndGo() {
        cluster.start(1);
        long[] there = cluster.engine(0).apply(() -> new long[25_000_000]);
        there[24_999_999] = 7;

        assertThat(cluster.engine(0).<Long>apply(() -> there[24_999_999])).isEqualTo(7);
    }
}
