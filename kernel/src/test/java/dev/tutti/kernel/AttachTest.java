package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.client.Cluster;
import dev.tutti.client.ClusterException;
import dev.tutti.client.Registration;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fake.News;
import dev.tutti.kernel.fake.RunningApplication;
import dev.tutti.kernel.fake.SampleApplication;
import dev.tutti.kernel.launch.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that runs becomes an engine, and is left again. */
@Timeout(90)
final class AttachTest {

    @TempDir
    private Path folder;

    private Controller controller;
    private Cluster cluster;

    @BeforeEach
    void open() throws Exception {
        controller = controller("connection");
        cluster = Cluster.connect(folder.resolve("connection"));
    }

    @AfterEach
    void close() {
        cluster.close();
        controller.close();
    }

    private Controller controller(String connectionFile) throws LaunchException {
        return LocalCluster.open(
                new ControllerConfig(
                        Path.of(System.getProperty("tutti.engine.jar")),
                        Optional.empty(),
                        List.of(),
                        Duration.ofSeconds(30),
                        (_, _) -> Optional.empty(),
                        _ -> new byte[0],
                        SessionServices.NONE,
                        new News()),
                folder.resolve(connectionFile));
    }

    /** What an engine sees of the application. */
    private static List<String> visits() {
        return List.copyOf(SampleApplication.VISITS);
    }

    @Test
    void anEngineInAnApplicationSharesItsMemoryAndLeavesItAsItWas() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            assertThat(application.ask("Ada")).isEqualTo("welcome Ada");

            assertThat(cluster.attach(application.pid())).isZero();
            assertThat(cluster.engine(0)
                            .<Long>apply(() -> ProcessHandle.current().pid()))
                    .isEqualTo(application.pid());
            assertThat(cluster.engine(0).<List<String>>apply(AttachTest::visits))
                    .containsExactly("Ada");
            cluster.engine(0).apply(() -> SampleApplication.VISITS.add("engine"));
            assertThat(application.ask("visits")).isEqualTo("[Ada, engine]");

            cluster.stop(0);
            assertThat(cluster.ids()).isEmpty();
            assertThat(application.ask("guests")).isEqualTo("[]");
            assertThat(application.ask("Bob")).isEqualTo("welcome Bob");
        }
    }

    @Test
    void whatTheEnginePrintsTravelsAndTheApplicationsOutputStaysItsOwn() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            cluster.attach(application.pid());
            var printed = cluster.engine(0).applyAsync(() -> {
                System.out.println("from the engine");
                Thread thread = Thread.ofVirtual().start(() -> System.out.println("and its thread"));
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            printed.get();

            assertThat(application.ask("Ada")).isEqualTo("welcome Ada");
            assertThat(String.join("", printed.stdout())).contains("from the engine", "and its thread");
        }
    }

    @Test
    void whenTheControllerEndsTheEngineLeaves() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            cluster.attach(application.pid());
            cluster.close();
            controller.close();

            assertThat(application.ask("guests")).isEqualTo("[]");
            assertThat(application.ask("Ada")).isEqualTo("welcome Ada");
        }
    }

    @Test
    void whenTheApplicationEndsItsEngineIsLost() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (RunningApplication application = RunningApplication.start();
                Registration _ = cluster.onLost(engine -> told.add("lost " + engine.id()))) {
            cluster.attach(application.pid());
            application.end();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("lost 0");
            assertThatThrownBy(() -> cluster.restart(0))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("was in JVM " + application.pid());
        }
    }

    @Test
    void twoControllersHaveEnginesInOneApplication() throws Exception {
        try (RunningApplication application = RunningApplication.start();
                Controller other = controller("other");
                Cluster second = Cluster.connect(folder.resolve("other"))) {
            cluster.attach(application.pid());
            second.attach(application.pid());
            assertThat(other.roster()).hasSize(1);
            cluster.engine(0).apply(() -> SampleApplication.VISITS.add("first"));
            second.engine(0).apply(() -> SampleApplication.VISITS.add("second"));

            cluster.stop(0);
            second.engine(0).apply(() -> SampleApplication.VISITS.add("alone"));
            assertThat(application.ask("visits")).isEqualTo("[first, second, alone]");
        }
    }

    @Test
    void oneJvmIsOneEngineAndIsNotRestarted() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            long pid = application.pid();
            cluster.attach(pid);
            assertThatThrownBy(() -> cluster.attach(pid))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("JVM " + pid + " is engine 0 already.");
            assertThatThrownBy(() -> cluster.restart(0))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("an application that cannot be restarted from here");
            assertThat(cluster.engine(0)
                            .<Long>apply(() -> ProcessHandle.current().pid()))
                    .isEqualTo(pid);
        }
    }

    @Test
    void aTaskThatDoesNotStopCostsTheEngineAndNotTheApplication() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (RunningApplication application = RunningApplication.start();
                Registration _ = cluster.onLost(engine -> told.add("lost " + engine.id()))) {
            cluster.attach(application.pid());
            var endless = cluster.engine(0).applyAsync(() -> {
                SampleApplication.ARRIVED.countDown();
                Stream.iterate(1, one -> one).allMatch(Integer.valueOf(1)::equals);
            });
            assertThat(application.ask("arrival")).isEqualTo("arrived");

            endless.cancelForcibly(Duration.ofMillis(50));

            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("lost 0");
            assertThat(application.ask("Ada")).isEqualTo("welcome Ada");
        }
    }

    @Test
    void anAttachedEngineIsNotRecycled() throws Exception {
        try (RunningApplication application = RunningApplication.start()) {
            cluster.attach(application.pid());
            cluster.recycleAfter(1);
            for (int i = 0; i < 3; i++) {
                assertThat(cluster.balanced()
                                .submit(() -> ProcessHandle.current().pid())
                                .result())
                        .isEqualTo(application.pid());
            }
        }
    }

    @Test
    void aProcessThatIsNoneIsRefused() {
        long free = Long.MAX_VALUE >> 1;
        assertThatThrownBy(() -> cluster.attach(free))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("There is no process " + free);
        assertThatThrownBy(() -> cluster.attach(ProcessHandle.current().pid()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("is this shell itself");
    }

    @Test
    void aProcessThatIsNoJvmIsLeftAlone() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/maps")), "the system tells what a process has mapped");
        Process process = new ProcessBuilder("cat").start();
        try {
            assertThatThrownBy(() -> cluster.attach(process.pid()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("is no JVM");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aJvmThatForbidsItIsToldWithItsOption() throws Exception {
        assertRefused("-XX:+DisableAttachMechanism");
        assertRefused("-XX:-EnableDynamicAgentLoading");
        assertThat(cluster.start(1)).hasSize(1);
    }

    private void assertRefused(String option) throws IOException, InterruptedException {
        try (RunningApplication application = RunningApplication.start(option)) {
            assertThatThrownBy(() -> cluster.attach(application.pid()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("JVM " + application.pid() + " was started with " + option);
            assertThat(application.ask("Ada")).isEqualTo("welcome Ada");
        }
    }

    @Test
    void aJvmThatIsTooOldIsToldWithBothVersions() throws Exception {
        Path old = Path.of("/usr/lib/jvm/java-17-openjdk-amd64/bin/java");
        assumeTrue(Files.isExecutable(old), "there is a JDK 17");
        Path source = Files.writeString(folder.resolve("Old.java"), """
            class Old {
                public static void main(String[] a) throws Exception {
                    System.out.println("ready");
                    System.in.read();
                }
            }
            """);
        Process process = new ProcessBuilder(old.toString(), source.toString()).start();
        try {
            process.inputReader().readLine();
            assertThatThrownBy(() -> cluster.attach(process.pid()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("JVM " + process.pid() + " runs Java 17")
                    .hasMessageContaining("needs Java 25 or newer");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
