package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.client.AsyncList;
import dev.tutti.client.AsyncResult;
import dev.tutti.client.Call;
import dev.tutti.client.Cluster;
import dev.tutti.client.ClusterExecutor;
import dev.tutti.client.EngineLostException;
import dev.tutti.client.Fn;
import dev.tutti.client.Here;
import dev.tutti.client.Imap;
import dev.tutti.client.ImpossibleTaskException;
import dev.tutti.client.LoadBalancedView;
import dev.tutti.client.Outcome;
import dev.tutti.client.RemoteException;
import dev.tutti.client.RemoteReference;
import dev.tutti.client.Statistics;
import dev.tutti.client.TaskCancelledException;
import dev.tutti.client.TaskTimeoutException;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fake.News;
import dev.tutti.kernel.launch.LocalCluster;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Balanced tasks of an ordinary program on real engines. */
@Timeout(15)
final class BalancedClusterTest {

    private static final int ENGINES = 2;

    private static Controller controller;
    private static Cluster cluster;

    @TempDir
    private Path folder;

    private LoadBalancedView view;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        controller = LocalCluster.open(config(), folder.resolve("connection"));
        cluster = Cluster.connect(folder.resolve("connection"));
        cluster.start(ENGINES);
    }

    @AfterAll
    static void close() {
        cluster.close();
        controller.close();
    }

    @BeforeEach
    void enginesAreThere() {
        int missing = ENGINES - cluster.size();
        if (missing > 0) {
            cluster.start(missing);
        }
        view = cluster.balanced();
    }

    private static ControllerConfig config() {
        return new ControllerConfig(
                Path.of(System.getProperty("tutti.engine.jar")),
                Optional.empty(),
                List.of(),
                Duration.ofSeconds(30),
                (_, _) -> Optional.empty(),
                _ -> new byte[0],
                SessionServices.NONE,
                new News());
    }

    // What tasks do.

    private static int dieOnce(String marker) {
        Path file = Path.of(marker);
        if (!Files.exists(file)) {
            write(file, Integer.toString(Here.engineId()));
            Runtime.getRuntime().halt(7);
        }
        return Here.engineId();
    }

    /** Begins, and goes on for ever. */
    private static int hang(String begun) {
        write(Path.of(begun), "begun");
        try {
            new CountDownLatch(1).await();
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }

    private static int nested(int depth) {
        if (depth == 0) {
            return 1;
        }
        LoadBalancedView inner = Cluster.connect().balanced();
        AsyncResult<Integer> one = inner.submit(BalancedClusterTest::nested, depth - 1);
        AsyncResult<Integer> other = inner.submit(BalancedClusterTest::nested, depth - 1);
        return one.result() + other.result();
    }

    private static int invokeAllInside() throws Exception {
        ClusterExecutor executor = Cluster.connect().balanced().executor();
        int sum = 0;
        for (Future<Integer> future : executor.invokeAll(List.<Call<Integer>>of(() -> 1, () -> 2, () -> 3))) {
            sum += future.get();
        }
        return sum;
    }

    /** When it began and ended: all engines are on one machine, whose monotonic clock they share. */
    private static long[] span() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 100_000) {
            Thread.onSpinWait();
        }
        return new long[] {begun, System.nanoTime()};
    }

    // Engines that die.

    @Test
    void aTaskWhoseEngineDiesFailsWithItsLoss() {
        AsyncResult<Integer> result = view.submit(BalancedClusterTest::dieOnce, path("marker"));

        assertThatThrownBy(result::result).isInstanceOfSatisfying(EngineLostException.class, lost -> {
            assertThat(lost.engine()).isPresent();
            assertThat(lost).hasMessageContaining("exit code 7");
        });
    }

    @Test
    void aTaskWhoseEngineDiesIsTriedElsewhere() throws IOException {
        int engine = view.retries(1)
                .submit(BalancedClusterTest::dieOnce, path("marker"))
                .result();

        assertThat(engine).isNotEqualTo(Integer.parseInt(Files.readString(folder.resolve("marker"))));
    }

    @Test
    void theOtherTasksOfASweepSurviveTheDeathOfAnEngine() {
        String marker = path("marker");
        AsyncList<Integer> sweep = view.retries(3)
                .chunk(1)
                .map(IntStream.range(0, 200).boxed(), x -> {
                    if (x == 100) {
                        dieOnce(marker);
                    }
                    return x * x;
                });

        assertThat(sweep.result())
                .isEqualTo(IntStream.range(0, 200).mapToObj(x -> x * x).toList());
    }

    // Dependencies.

    @Test
    void tasksOfARandomGraphBeginWhenThoseBeforeThemHaveEnded() {
        Random random = new Random(7);
        List<AsyncResult<long[]>> tasks = new ArrayList<>();
        List<Set<Integer>> edges = new ArrayList<>();
        for (int task = 0; task < 60; task++) {
            Set<Integer> before = new HashSet<>();
            for (int edge = random.nextInt(4); edge > 0 && task > 0; edge--) {
                before.add(random.nextInt(task));
            }
            AsyncResult<?>[] needed = before.stream().map(tasks::get).toArray(AsyncResult<?>[]::new);
            edges.add(before);
            tasks.add(view.after(needed).submit(BalancedClusterTest::span));
        }

        for (int task = 0; task < tasks.size(); task++) {
            long begun = tasks.get(task).result()[0];
            for (int before : edges.get(task)) {
                assertThat(begun).isGreaterThanOrEqualTo(tasks.get(before).result()[1]);
            }
        }
    }

    @Test
    void aTaskFollowsToWhereAnotherRan() {
        for (int i = 0; i < 10; i++) {
            AsyncResult<Integer> first = view.submit(() -> Here.engineId());

            assertThat(view.follow(first).submit(() -> Here.engineId()).result())
                    .isEqualTo(first.result());
        }
    }

    @Test
    void whatCanNeverBeginFailsEarlyAndACleaningTaskRuns() {
        AsyncResult<Integer> failing = view.submit(() -> Integer.parseInt("x"));

        assertThatThrownBy(view.after(failing).submit(() -> 1)::result).isInstanceOf(ImpossibleTaskException.class);
        assertThat(view.after(LoadBalancedView.When.FAILURE, failing)
                        .submit(() -> "cleaned")
                        .result())
                .isEqualTo("cleaned");
        assertThat(view.after(LoadBalancedView.When.END, failing)
                        .submit(() -> 1)
                        .result())
                .isEqualTo(1);
    }

    @Test
    void aTaskRunsOnlyWhereItsPredicateHolds() {
        int last = cluster.ids().getLast();
        LoadBalancedView there = view.where(() -> Here.engineId() == last);

        assertThat(there.chunk(1)
                        .map(IntStream.range(0, 10).boxed(), _ -> Here.engineId())
                        .result())
                .containsOnly(last);
        assertThatThrownBy(view.where(() -> false).submit(() -> 1)::result).isInstanceOf(ImpossibleTaskException.class);
    }

    // Tasks in tasks.

    @Test
    void aTaskThatFindsThatItCannotRunThereIsTriedElsewhere() {
        List<Integer> ids = cluster.ids();
        int unfit = ids.getFirst();
        AsyncResult<Integer> result = view.submit(
                engine -> {
                    if (Here.engineId() == engine) {
                        throw Here.notHere("no data");
                    }
                    return Here.engineId();
                },
                unfit);

        assertThat(result.result()).isEqualTo(ids.getLast());
    }

    @Test
    void aTaskThatNoEngineTakesFailsAndNamesThem() {
        List<Integer> ids = cluster.ids();
        AsyncResult<Object> result = view.retries(5).submit((Call<Object>) () -> {
            throw Here.notHere("no data");
        });

        assertThatThrownBy(result::result)
                .isInstanceOf(ImpossibleTaskException.class)
                .hasMessageContaining("It was tried on engines " + ids.getFirst())
                .hasMessageContaining(Integer.toString(ids.getLast()))
                .hasMessageEndingWith("no data.");
        assertThat(view.targets(ids.toString().replaceAll("[^0-9,]", ""))
                        .submit(Here::engineId)
                        .result())
                .isIn(ids);
    }

    @Test
    void aDirectCallThatIsNotToRunThereSaysSo() {
        int engine = cluster.ids().getFirst();
        assertThatThrownBy(() -> cluster.engine(engine).apply((Call<Object>) () -> {
                    throw Here.notHere("no data");
                }))
                .isInstanceOf(ImpossibleTaskException.class)
                .hasMessageContaining("not to run there: no data");
    }

    @Test
    void aPoolThatIsFullOfWaitingTasksStillMoves() {
        assertThat(view.submit(BalancedClusterTest::nested, 5).result()).isEqualTo(32);
    }

    @Test
    void anExecutorInATaskLetsOtherTasksRun() {
        List<AsyncResult<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(view.submit(BalancedClusterTest::invokeAllInside));
        }

        assertThat(AsyncResult.join(all).result()).containsOnly(6).hasSize(8);
    }

    @Test
    void completableFuturesOfATaskRunOnOtherEngines() {
        assertThat(view.submit(BalancedClusterTest::futuresInside).result())
                .isIn(cluster.ids().stream().map(id -> id * 10).toList());
    }

    /** Engines are started so that the futures can be taken apart. */
    private static int futuresInside() throws Exception {
        ClusterExecutor executor = Cluster.connect().balanced().executor();
        Supplier<Integer> first = (Supplier<Integer> & Serializable) () -> Here.engineId();
        Fn<Integer, Integer> then = x -> x * 10;
        return CompletableFuture.supplyAsync(first, executor)
                .thenApplyAsync(then, executor)
                .get(10, TimeUnit.SECONDS);
    }

    // Stopping.

    @Test
    void whatWaitsAndWhatRunsIsCancelled() throws Exception {
        LoadBalancedView one = view.targets(cluster.ids().getFirst().toString()).highWater(2);
        AsyncResult<Integer> running = one.submit(BalancedClusterTest::hang, path("begun"));
        awaitFile(folder.resolve("begun"));
        AsyncResult<Integer> queued = one.submit(() -> 1);
        AsyncResult<Integer> waiting = one.submit(() -> 1);

        for (AsyncResult<Integer> result : List.of(waiting, queued)) {
            result.cancel(false);
            assertThatThrownBy(result::result)
                    .isInstanceOf(TaskCancelledException.class)
                    .hasMessage("The task was cancelled before it ran.");
        }
        assertThatThrownBy(() -> running.get(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
        running.cancel(true);
        assertThatThrownBy(running::result)
                .isInstanceOf(TaskCancelledException.class)
                .hasMessageContaining("was stopped while it ran");
        assertThat(one.submit(() -> 2).result()).isEqualTo(2);
    }

    @Test
    void aTaskThatRunsForTooLongIsStopped() {
        assertThatThrownBy(
                        view.runAtMost(Duration.ofMillis(50)).submit(BalancedClusterTest::hang, path("begun"))::result)
                .isInstanceOf(TaskTimeoutException.class);
    }

    @Test
    void aTaskThatFindsNoEngineIsGivenUpInTime() {
        assertThatThrownBy(view.needs("gpu").waitAtMost(Duration.ofMillis(50)).submit(() -> 1)::result)
                .isInstanceOf(RemoteException.class);
    }

    @Test
    void anEndlessImapIsMappedUntilItIsClosed() {
        List<Integer> taken = new ArrayList<>();
        try (Imap<Integer> squares = view.imap(Stream.iterate(1, x -> x + 1), x -> x * x)) {
            for (int square : squares) {
                taken.add(square);
                if (taken.size() == 50) {
                    break;
                }
            }
        }

        assertThat(taken)
                .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(x -> x * x).toList());
        assertThat(view.submit(() -> 1).result()).isEqualTo(1);
    }

    // Balance.

    @Test
    void whatIsStuckBehindALongTaskIsDoneByOthers() {
        String gate = path("gate");
        AsyncList<Integer> mapped = view.chunk(1).map(IntStream.range(0, 20).boxed(), x -> {
            if (x == 0) {
                awaitFile(Path.of(gate));
            }
            return x;
        });
        List<Integer> early = new ArrayList<>();
        for (int value : mapped.asCompleted()) {
            early.add(value);
            if (early.size() == 19) {
                write(Path.of(gate), "open");
            }
        }

        assertThat(early).hasSize(20).endsWith(0);
    }

    @Test
    void anExecutorOfAProgramRunsOnEngines() throws Exception {
        try (ClusterExecutor executor = view.executor()) {
            assertThat(executor.submit(() -> Here.engineId()).get()).isIn(cluster.ids());
            assertThat(executor.invokeAny(List.<Call<Integer>>of(() -> Integer.parseInt("x"), () -> 2)))
                    .isEqualTo(2);
            assertThat(executor.supply(() -> 3).thenApply(x -> x + 1).get()).isEqualTo(4);
        }
        assertThat(cluster.size()).isEqualTo(ENGINES);
    }

    @Test
    void aValueThatStaysIsUsedWhereItIs() {
        RemoteReference<int[]> kept = view.keep(() -> new int[] {1, 2, 3}).result();
        Fn<Object, String> use = array -> Here.engineId() + ":" + ((int[]) array).length;

        assertThat(view.submit(use, (Object) kept).result()).isEqualTo(kept.engineId() + ":3");
    }

    @Test
    void aFailedTaskIsReplayedHere() {
        AsyncResult<Integer> failed = view.submit((String text) -> Integer.parseInt(text), "x");

        assertThatThrownBy(failed::result).isInstanceOf(RemoteException.class);
        assertThatThrownBy(failed::replay)
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("For input string: \"x\"");
    }

    @Test
    void anInitialiserRunsOnEveryEngineAlsoOnLaterOnes() {
        cluster.onStart("test", () -> System.setProperty("tutti.test.initialised", "yes"));
        Call<String> initialised = () -> System.getProperty("tutti.test.initialised");
        assertThat(view.submit(initialised).result()).isEqualTo("yes");

        int later = cluster.start(1).getFirst();

        assertThat(view.targets(Integer.toString(later)).submit(initialised).result())
                .isEqualTo("yes");
        cluster.stop(later);
    }

    @Test
    void anEngineIsRecycledAfterSoManyTasks() {
        cluster.recycleAfter(2);
        try {
            Fn<Integer, Long> process = _ -> ProcessHandle.current().pid();

            assertThat(new HashSet<>(view.chunk(1)
                            .map(IntStream.range(0, 10).boxed(), process)
                            .result()))
                    .hasSizeGreaterThanOrEqualTo(4);
        } finally {
            cluster.recycleAfter(0);
        }
        cluster.awaitEngines(ENGINES);
    }

    @Test
    void statisticsCountTheTasksOfEachEngine() {
        long before = cluster.statistics().jobs();
        view.chunk(1).map(IntStream.range(0, 50).boxed(), x -> x).result();
        Statistics after = cluster.statistics();

        assertThat(after.jobs()).isEqualTo(before + 50);
        assertThat(after.unplaced()).isZero();
        assertThat(after.toString()).contains("time a job");
    }

    @Test
    void outcomesTellWhereAndHowLongATaskRan() throws InterruptedException {
        Outcome outcome = view.submit(BalancedClusterTest::span).outcomes().getFirst();

        assertThat(outcome.engine().orElseThrow()).isIn(cluster.ids());
        assertThat(outcome.wall()).isGreaterThan(Duration.ofNanos(100_000));
        assertThat(outcome.started()).isPresent();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
