package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.client.AsyncList;
import dev.tutti.client.AsyncResult;
import dev.tutti.client.Call;
import dev.tutti.client.Cluster;
import dev.tutti.client.ClusterException;
import dev.tutti.client.ClusterExecutor;
import dev.tutti.client.CompositeException;
import dev.tutti.client.EngineLostException;
import dev.tutti.client.Imap;
import dev.tutti.client.JobGroup;
import dev.tutti.kernel.fake.ControllerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program sees when its controller is killed: all that is pending fails clearly and at once, and nothing hangs. */
@Timeout(60)
final class KilledControllerTest {

    /** Far less than any time limit of ours, far more than the kernel takes to close a socket. */
    private static final long AT_ONCE_SECONDS = 10;

    private static final String GONE = "The connection to the controller";

    @TempDir
    private Path folder;

    private ControllerProcess controller;
    private Cluster cluster;

    @BeforeEach
    void open() throws Exception {
        controller = ControllerProcess.start(folder, 1);
        cluster = Cluster.connect(controller.connectionFile());
    }

    @AfterEach
    void close() throws Exception {
        cluster.close();
        controller.close();
    }

    private static int hang() {
        try {
            new CountDownLatch(1).await();
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits in a thread of its own, which is under way when this returns. */
    private static CompletableFuture<Throwable> waiting(Call<?> call) throws InterruptedException {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            begun.countDown();
            try {
                call.call();
                thrown.completeExceptionally(new AssertionError("It ended well."));
            } catch (Exception e) {
                thrown.complete(e);
            }
        });
        begun.await();
        return thrown;
    }

    private static Throwable failure(AsyncResult<?> ended) {
        return ended.outcomesNow().getFirst().error().orElseThrow();
    }

    private static void assertLost(CompletableFuture<Throwable> thrown) throws Exception {
        Throwable failure = thrown.get(AT_ONCE_SECONDS, TimeUnit.SECONDS);
        Throwable remote = failure instanceof ExecutionException ? failure.getCause() : failure;
        List<RuntimeException> all =
                remote instanceof CompositeException several ? several.list() : List.of((RuntimeException) remote);
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each).isInstanceOf(EngineLostException.class).hasMessageContaining(GONE));
    }

    @Test
    void everyKindOfWaitingEnds() throws Exception {
        AsyncList<Integer> direct = cluster.view().applyAsync(KilledControllerTest::hang);
        AsyncResult<Integer> balanced = cluster.balanced().submit(KilledControllerTest::hang);
        AsyncList<Integer> map = cluster.balanced().map(List.of(1, 2, 3), _ -> hang());
        CompletableFuture<Throwable> called = new CompletableFuture<>();
        balanced.onDone(ended -> called.complete(failure(ended)));
        Iterator<Integer> elements = map.iterator();
        Iterator<AsyncResult<Integer>> completed =
                cluster.asCompleted(List.of(balanced)).iterator();
        List<CompletableFuture<Throwable>> all = List.of(
                waiting(direct::get),
                waiting(balanced::get),
                waiting(() -> balanced.get(Duration.ofMinutes(5))),
                waiting(elements::next),
                waiting(() -> completed.next().result()),
                waiting(() -> balanced.toCompletableFuture().get()),
                waiting(() -> cluster.view().apply(KilledControllerTest::hang)),
                called);

        controller.kill();

        for (CompletableFuture<Throwable> thrown : all) {
            assertLost(thrown);
        }
    }

    @Test
    void anEndlessInputIsReadNoFurther() throws Exception {
        try (Imap<Integer> results = cluster.balanced().imap(Stream.iterate(1, i -> i + 1), _ -> hang())) {
            CompletableFuture<Throwable> thrown = waiting(results.iterator()::next);

            controller.kill();

            assertLost(thrown);
        }
    }

    @Test
    void anExecutorAndAGroupEndToo() throws Exception {
        ClusterExecutor executor = cluster.balanced().executor();
        JobGroup group = JobGroup.named("all");
        Future<Integer> future = executor.submit((Call<Integer>) KilledControllerTest::hang);
        cluster.balanced().group(group).submit(KilledControllerTest::hang);
        CompletableFuture<Throwable> thrown = waiting(future::get);
        CompletableFuture<Integer> stage = executor.supply(KilledControllerTest::hang);

        controller.kill();

        assertLost(thrown);
        assertThat(stage)
                .failsWithin(Duration.ofSeconds(AT_ONCE_SECONDS))
                .withThrowableThat()
                .havingRootCause()
                .withMessageContaining(GONE);
        cluster.waitAll(group);
        executor.shutdown();
        assertThat(executor.awaitTermination(AT_ONCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoWaitsForEnginesIsTold() throws Exception {
        CompletableFuture<Throwable> thrown = waiting(() -> {
            cluster.awaitEngines(3, Duration.ofMinutes(5));
            return null;
        });
        CompletableFuture<Throwable> restarted = waiting(() -> {
            while (true) {
                cluster.restart(0);
            }
        });

        controller.kill();

        assertThat(thrown.get(AT_ONCE_SECONDS, TimeUnit.SECONDS)).hasMessageContaining(GONE);
        assertThat(restarted.get(AT_ONCE_SECONDS, TimeUnit.SECONDS)).hasMessageContaining(GONE);
    }

    @Test
    void whatIsAskedForAfterwardsFailsAtOnce() throws Exception {
        AsyncResult<Integer> pending = cluster.engine(0).applyAsync(KilledControllerTest::hang);
        controller.kill();
        assertThatThrownBy(pending::result).isInstanceOf(EngineLostException.class);

        assertThatThrownBy(() -> cluster.balanced().submit(() -> 1).result())
                .isInstanceOf(EngineLostException.class)
                .hasMessageContaining(GONE);
        assertThatThrownBy(() -> cluster.view().apply(() -> 1)).hasMessageContaining(GONE);
        assertThatThrownBy(() -> cluster.start(1))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(GONE);
        assertThatThrownBy(() -> Cluster.connect(controller.connectionFile()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void itsEnginesEndWithIt() throws Exception {
        long engine = cluster.engine(0).apply(() -> ProcessHandle.current().pid());
        cluster.engine(0).applyAsync(KilledControllerTest::hang);

        controller.kill();

        ProcessHandle.of(engine)
                .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(AT_ONCE_SECONDS)));
    }
}
