package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.TaskOutcome;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ClusterExecutorTest {

    private final FakeCluster fake = FakeCluster.of(0, 1);
    private final ClusterExecutor executor = fake.cluster.balanced().executor();

    @Test
    void tasksRunOnEngines() throws Exception {
        assertThat(executor.submit(() -> FakeEngines.ENGINE.get()).get()).isEqualTo(0);
        assertThat(executor.submit(() -> {}, "done").get()).isEqualTo("done");
        AtomicInteger ran = new AtomicInteger();
        executor.execute(ran::incrementAndGet);
        assertThat(ran).hasValue(1);
    }

    @Test
    void allAreInvoked() throws Exception {
        List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> 3);

        assertThat(executor.invokeAll(tasks)).extracting(Future::get).containsExactly(1, 2, 3);
        assertThat(executor.invokeAll(tasks, 10, TimeUnit.SECONDS))
                .extracting(Future::get)
                .containsExactly(1, 2, 3);
    }

    @Test
    void ofThoseThatAreInvokedTheFirstToSucceedCounts() throws Exception {
        List<Callable<Integer>> tasks = List.of(
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> 2);

        assertThat(executor.invokeAny(tasks)).isEqualTo(2);
        assertThatThrownBy(() -> executor.invokeAny(tasks.subList(0, 1)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RemoteException.class);
        assertThatThrownBy(() -> executor.invokeAny(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenOneHasSucceededTheOthersAreCancelled() throws Exception {
        SlowEngines engines = new SlowEngines(fake);
        fake.link.reactions = message -> {
            if (engines.tasks().size() == 2 && engines.cancels().isEmpty()) {
                engines.value(1, 22);
            }
            return List.of();
        };

        assertThat(executor.invokeAny(List.<Callable<Integer>>of(() -> 1, () -> 2)))
                .isEqualTo(22);
        assertThat(engines.cancels().getFirst().tasks())
                .containsExactly(engines.tasks().getFirst());
    }

    @Test
    void whoWaitsInVainIsToldInTime() {
        SlowEngines engines = new SlowEngines(fake);

        assertThatThrownBy(() -> executor.invokeAny(List.<Callable<Integer>>of(() -> 1), 1, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(engines.cancels()).hasSize(1);
        assertThatThrownBy(() -> executor.submit(() -> 1).get(1, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void aFutureThatIsCancelledCancelsItsTask() {
        SlowEngines engines = new SlowEngines(fake);
        Future<Integer> future = executor.submit(() -> 1);

        assertThat(future.cancel(true)).isTrue();
        assertThat(engines.cancels())
                .singleElement()
                .satisfies(cancel -> assertThat(cancel.tasks()).isEqualTo(engines.tasks()));
        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void aTaskThatIsCancelledCancelsItsFuture() {
        SlowEngines engines = new SlowEngines(fake);
        Future<Integer> future = executor.submit(() -> 1);
        engines.end(0, new TaskOutcome.Cancelled());

        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void completableFuturesRunOnEngines() throws Exception {
        CompletableFuture<Integer> chain = CompletableFuture.supplyAsync(() -> FakeEngines.ENGINE.get() + 1, executor)
                .thenApplyAsync(x -> x * 10 + FakeEngines.ENGINE.get(), executor);
        AtomicInteger seen = new AtomicInteger(-1);
        AtomicInteger ran = new AtomicInteger(-1);
        chain.thenAcceptAsync(x -> seen.set(x + FakeEngines.ENGINE.get()), executor)
                .thenRunAsync(() -> ran.set(FakeEngines.ENGINE.get()), executor)
                .get();

        assertThat(chain.get()).isEqualTo(10);
        assertThat(seen).hasValue(10);
        assertThat(ran).hasValue(0);
        assertThat(CompletableFuture.runAsync(() -> {}, executor).get()).isNull();
        assertThat(executor.supply(() -> 5).get()).isEqualTo(5);
    }

    @Test
    void aCompletableFutureThatFailsHasTheRemoteFailure() {
        CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> Integer.divideUnsigned(1, 0), executor);

        assertThatThrownBy(future::get)
                .cause()
                .isInstanceOf(RemoteException.class)
                .hasRootCauseMessage("/ by zero");
    }

    @Test
    void stepsThatCannotTravelSayWhichCan() {
        assertThatThrownBy(() -> CompletableFuture.completedFuture(1)
                        .whenCompleteAsync((_, _) -> {}, executor)
                        .join())
                .hasRootCauseInstanceOf(RejectedExecutionException.class)
                .rootCause()
                .hasMessageContaining("thenApplyAsync");
    }

    @Test
    void aCompletionServiceGivesThemAsTheyEnd() throws Exception {
        CompletionService<Integer> service = new ExecutorCompletionService<>(executor);
        service.submit(() -> 1);
        service.submit(() -> 2);

        assertThat(List.of(service.take().get(), service.take().get())).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void afterItsShutdownNothingIsSentButTheClusterGoesOn() {
        executor.shutdown();
        int sent = fake.link.sent.size();

        assertThat(executor.isTerminated()).isTrue();
        assertThatThrownBy(() -> executor.submit(() -> 1))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("the cluster has not");
        assertThat(fake.link.sent).hasSize(sent);
        assertThat(fake.cluster.balanced().submit(() -> 1).result()).isEqualTo(1);
    }

    @Test
    void itHasTerminatedWhenItsTasksHaveEnded() throws Exception {
        SlowEngines engines = new SlowEngines(fake);
        Future<Integer> future = executor.submit(() -> 1);
        executor.shutdown();
        assertThat(executor.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();

        engines.value(0, 1);

        assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(future.get()).isEqualTo(1);
    }

    @Test
    void shutdownNowCancelsWhatIsOpen() {
        SlowEngines engines = new SlowEngines(fake);
        executor.submit(() -> 1);

        assertThat(executor.shutdownNow()).isEmpty();
        assertThat(engines.cancels()).hasSize(1);
        assertThat(executor.isTerminated()).isFalse();
    }

    @Test
    void resultsAreGivenAsTheyComplete() {
        SlowEngines engines = new SlowEngines(fake);
        LoadBalancedView view = fake.cluster.balanced();
        AsyncResult<Integer> a = view.submit(() -> 1);
        AsyncResult<Integer> b = view.submit(() -> 1);
        Iterator<AsyncResult<Integer>> ended =
                fake.cluster.asCompleted(List.of(a, b)).iterator();
        engines.fail(1, "b");
        assertThat((Object) ended.next()).isSameAs(b);
        engines.value(0, 7);
        assertThat((Object) ended.next()).isSameAs(a);
        assertThat(ended.hasNext()).isFalse();
        assertThat(fake.cluster.asCompleted(List.<AsyncResult<?>>of())).isEmpty();
    }

    @Test
    void aGroupIsWaitedForAndForgetsWhatHasEnded() throws InterruptedException {
        SlowEngines engines = new SlowEngines(fake);
        JobGroup group = JobGroup.named("g");
        LoadBalancedView view = fake.cluster.balanced().group(group);
        for (int i = 0; i < 1000; i++) {
            view.submit(() -> 1);
            engines.value(i, 1);
        }
        assertThat(group.remembered()).isLessThan(100);
        view.submit(() -> 1);
        assertThat(group.await(Duration.ofMillis(1))).isFalse();
        assertThat(group.toString()).isEqualTo("JobGroup 'g': 1 unfinished");
        group.cancel(true);
        assertThat(engines.cancels()).hasSize(1);

        engines.end(1000, new TaskOutcome.Cancelled());

        fake.cluster.waitAll(group);
        assertThat(group.unfinished()).isZero();
    }
}
