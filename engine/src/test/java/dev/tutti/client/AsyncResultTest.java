package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class AsyncResultTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeCluster fake = FakeCluster.of(0, 1, 2);
    private final DirectView all = fake.cluster.view();

    @BeforeEach
    void enginesTakeTheirTime() {
        fake.link.reactions = _ -> List.of();
    }

    private TaskId lastTask() {
        TaskMessage.Submit submit = (TaskMessage.Submit) fake.link.sent.getLast();
        return submit.tasks().getFirst().id();
    }

    private void end(TaskId task, int engine, TaskOutcome outcome) {
        TaskEnd end = new TaskEnd(task, Optional.of(new EngineId(engine)), outcome, 1000, 2000, 4_000_000, 2_000_000);
        fake.dispatcher.received(new TaskMessage.TasksEnded(List.of(end)));
    }

    private void value(TaskId task, int engine, Object value) throws Exception {
        end(task, engine, new TaskOutcome.Value(fake.codec.encode(value).parcel()));
    }

    private void fail(TaskId task, int engine) {
        end(task, engine, new TaskOutcome.Thrown(FakeEngines.fault(new ArithmeticException("no")), Optional.empty()));
    }

    private void write(TaskId task, int engine, StreamKind kind, String text) {
        fake.dispatcher.received(new TaskMessage.TaskOutput(task, new EngineId(engine), kind, text));
    }

    @Test
    void itIsDoneWhenAllTargetsHaveEnded() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 2, 20);
        value(task, 0, 0);

        assertThat(result.isDone()).isFalse();
        assertThat(result.progress()).isEqualTo(2);
        assertThatThrownBy(() -> result.get(1, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("After 1 ms, 2 of 3 had ended; the work goes on. Wait again, or cancel it.");
        assertThatThrownBy(result::successful).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(result::serialTime).isInstanceOf(IllegalStateException.class);

        value(task, 1, 10);

        assertThat(result.get()).containsExactly(0, 10, 20);
        assertThat(result.successful()).isTrue();
        assertThat(result.serialTime()).isEqualTo(Duration.ofMillis(12));
        assertThat(result.speedup()).isPositive();
        assertThat(result.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(fake.dispatcher.pendingTasks()).isZero();
    }

    @Test
    void aSecondEndOfTheSamePartIsPassedOver() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 1);
        value(task, 0, 2);

        assertThat(result.progress()).isEqualTo(1);
        assertThat(result.outcomesNow()).extracting(Outcome::value).containsExactly(1);
    }

    @Test
    void outcomesHaveValuesAndErrorsInPlace() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 7);
        fail(task, 1);
        write(task, 2, StreamKind.STDOUT, "so ");
        write(task, 2, StreamKind.STDERR, "oh");
        write(task, 2, StreamKind.STDOUT, "far\n");
        end(task, 2, new TaskOutcome.Lost("exit code 3"));

        List<Outcome> outcomes = result.outcomes();

        assertThat(outcomes.get(0).value()).isEqualTo(7);
        assertThat(outcomes.get(0).wall()).isEqualTo(Duration.ofMillis(4));
        assertThat(outcomes.get(0).completed().orElseThrow().toEpochMilli()).isEqualTo(2004);
        assertThat(outcomes.get(1).error().orElseThrow()).isExactlyInstanceOf(RemoteException.class);
        assertThat(outcomes.get(2).error().orElseThrow())
                .isInstanceOf(EngineLostException.class)
                .hasMessage("Engine 2: lost: exit code 3");
        assertThat(outcomes.get(2).stdout()).isEqualTo("so far\n");
        assertThat(outcomes.get(2).stderr()).isEqualTo("oh");
        assertThatThrownBy(result::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CompositeException.class);
        assertThatThrownBy(result::result).isInstanceOf(CompositeException.class);
    }

    @Test
    void everyKindOfFailureHasAClass() {
        assertThat(failureOf(new TaskOutcome.Refused("cannot begin"))).isInstanceOf(TaskRefusedException.class);
        assertThat(failureOf(new TaskOutcome.Impossible("never"))).isInstanceOf(ImpossibleTaskException.class);
        assertThat(failureOf(new TaskOutcome.TimedOut(true, "3 s"))).isInstanceOf(TaskTimeoutException.class);
        assertThat(failureOf(new TaskOutcome.Stopped(List.of()))).isInstanceOf(TaskCancelledException.class);
        assertThat(failureOf(new TaskOutcome.Cancelled())).isInstanceOf(CancellationException.class);
    }

    private Throwable failureOf(TaskOutcome outcome) {
        AsyncResult<Integer> result = fake.cluster.engine(0).applyAsync(() -> 1);
        end(lastTask(), 0, outcome);
        return org.assertj.core.api.Assertions.catchThrowable(result::result);
    }

    @Test
    void aValueThatCannotBeReadFailsThereAlone() throws Exception {
        AsyncList<Object> result = all.applyAsync(() -> null);
        TaskId task = lastTask();
        value(task, 0, 1);
        value(task, 1, new TableCodec.Unreadable());
        value(task, 2, 3);

        assertThat(result.outcomes().get(1).error().orElseThrow())
                .hasMessage("The value came, but cannot be read here: no such class");
        assertThat(result.outcomes().get(2).value()).isEqualTo(3);
    }

    @Test
    void iterationGivesEachValueWhenItsTurnHasCome() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 5);
        value(task, 2, 7);

        Iterator<Integer> ordered = result.iterator();
        Iterator<Integer> any = result.asCompleted().iterator();
        assertThat(ordered.next()).isEqualTo(5);
        assertThat(List.of(any.next(), any.next())).containsExactlyInAnyOrder(5, 7);

        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(ordered::next);
        value(task, 1, 6);

        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(6);
        assertThat(any.next()).isEqualTo(6);
        assertThat(any.hasNext()).isFalse();
        assertThat(result.stream().mapToInt(x -> x).sum()).isEqualTo(18);
    }

    @Test
    void anElementThatFailedThrowsInItsTurnAndTheRestFollows() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 5);
        fail(task, 1);
        value(task, 2, 7);

        Iterator<Integer> values = result.iterator();

        assertThat(values.next()).isEqualTo(5);
        assertThatThrownBy(values::next).isInstanceOf(RemoteException.class);
        assertThat(values.next()).isEqualTo(7);
    }

    @Test
    void theFirstFailureIsWaitedFor() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 5);
        assertThat(result.awaitFirstFailed(Duration.ZERO)).isEmpty();
        assertThat(result.awaitFirstCompleted(SOON).orElseThrow().value()).isEqualTo(5);

        CompletableFuture<Optional<Outcome>> failed = CompletableFuture.supplyAsync(() -> {
            try {
                return result.awaitFirstFailed(SOON);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        fail(task, 2);

        assertThat(failed.get().orElseThrow().engine()).hasValue(2);
        assertThat(result.isDone()).isFalse();
    }

    @Test
    void withoutFailureTheWaitForTheFirstEndsWithTheLast() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        for (int engine = 0; engine < 3; engine++) {
            value(task, engine, engine);
        }

        assertThat(result.awaitFirstFailed(SOON)).isEmpty();
    }

    @Test
    void cancellingNamesTheTasksThatAreOpen() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 5);

        assertThat(result.cancel(true)).isTrue();
        assertThat(fake.link.sent.getLast()).isEqualTo(new TaskMessage.Cancel(List.of(task), true));

        end(task, 1, new TaskOutcome.Cancelled());
        end(task, 2, new TaskOutcome.Stopped(List.of()));

        assertThat(result.isCancelled()).isTrue();
        assertThat(result.cancel(true)).isFalse();
        assertThatThrownBy(result::get)
                .isInstanceOf(TaskCancelledException.class)
                .hasMessageStartingWith("2 of 3 tasks were cancelled.");
        assertThat(result.outcomes().getFirst().value()).isEqualTo(5);
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsForAResultOfItsOwnCancelsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> all.apply(() -> 1)).isInstanceOf(TaskCancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(fake.link.sent.getLast()).isInstanceOf(TaskMessage.Cancel.class);
    }

    @Test
    void anInterruptedGetLeavesTheWorkAlone() {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(result::get).isInstanceOf(InterruptedException.class);

        assertThat(fake.link.sent).hasSize(1);
    }

    @Test
    void onAnEnginesMainThreadAStopCancelsWhatIsWaitedFor() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        List<Throwable> thrown = new ArrayList<>();
        Thread main = Thread.ofPlatform().name("engine-main").start(() -> {
            try {
                result.get();
            } catch (InterruptedException | ExecutionException e) {
                thrown.add(e);
            }
        });
        main.interrupt();
        main.join();

        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(fake.link.sent.getLast()).isInstanceOf(TaskMessage.Cancel.class);
    }

    @Test
    void allThatIsOutstandingIsWaitedFor() throws Exception {
        fake.cluster.waitAll();
        AsyncList<Integer> first = all.applyAsync(() -> 1);
        TaskId direct = lastTask();
        AsyncResult<Integer> second = fake.cluster.balanced().submit(() -> 1);
        CountDownLatch waited = new CountDownLatch(1);
        Thread waiter = Thread.startVirtualThread(() -> {
            try {
                fake.cluster.waitAll();
                waited.countDown();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        fail(lastTask(), 0);
        value(direct, 0, 1);
        value(direct, 1, 1);
        assertThat(second.isDone()).isTrue();
        assertThat(waited.getCount()).isEqualTo(1);
        value(direct, 2, 1);

        waiter.join();
        assertThat(waited.getCount()).isZero();
        assertThat(first.result()).containsExactly(1, 1, 1);
    }

    @Test
    void splitAndJoinAreInverse() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 5);
        List<AsyncList<Integer>> split = result.split();
        AsyncList<Integer> joined = AsyncList.concat(split.reversed());

        assertThat(split.get(0).isDone()).isTrue();
        assertThat(split.get(1).isDone()).isFalse();
        assertThat(joined.progress()).isEqualTo(1);

        value(task, 1, 6);
        value(task, 2, 7);

        assertThat(split.get(1).get()).containsExactly(6);
        assertThat(joined.get(SOON)).containsExactly(7, 6, 5);
    }

    @Test
    void singleResultsAreJoinedToAList() throws Exception {
        AsyncResult<Integer> one = fake.cluster.engine(0).applyAsync(() -> 1);
        value(lastTask(), 0, 10);
        AsyncResult<Integer> two = fake.cluster.engine(1).applyAsync(() -> 1);
        AsyncList<Integer> joined = AsyncResult.join(List.of(one, two));
        value(lastTask(), 1, 11);

        assertThat(joined.get()).containsExactly(10, 11);
        assertThatThrownBy(() -> AsyncResult.join(List.of(joined))).hasMessageContaining("Split it first.");
    }

    @Test
    void callbacksRunOnTheirOwnThread() throws Exception {
        AsyncResult<Integer> result = fake.cluster.engine(0).applyAsync(() -> 1);
        CompletableFuture<String> thread = new CompletableFuture<>();
        result.onDone(done -> thread.complete(Thread.currentThread().getName() + " " + done.result()));
        CompletableFuture<Integer> future = result.toCompletableFuture();
        value(lastTask(), 0, 4);

        assertThat(thread.get()).isEqualTo("client-callbacks 4");
        assertThat(future.thenApply(x -> x + 1).get()).isEqualTo(5);
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        result.onDone(done -> late.complete(done.isDone()));
        assertThat(late.get()).isTrue();
    }

    @Test
    void aFutureFailsWithTheFailureItselfAndItsCancellationCancels() throws Exception {
        AsyncResult<Integer> result = fake.cluster.engine(0).applyAsync(() -> 1);
        CompletableFuture<Integer> future = result.toCompletableFuture();
        fail(lastTask(), 0);

        assertThatThrownBy(future::get).cause().isExactlyInstanceOf(RemoteException.class);

        AsyncResult<Integer> other = fake.cluster.engine(0).applyAsync(() -> 1);
        other.toCompletableFuture().cancel(true);
        assertThat(fake.link.sent.getLast()).isInstanceOf(TaskMessage.Cancel.class);
    }

    @Test
    void outputIsStreamedWithItsSourceWhenThatChanges() {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        write(task, 0, StreamKind.STDOUT, "before\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        try (Registration _ = result.streamOutput(to)) {
            write(task, 0, StreamKind.STDOUT, "a\nb");
            write(task, 1, StreamKind.STDOUT, "c\n");
            write(task, 1, StreamKind.STDERR, "d");
        }
        write(task, 1, StreamKind.STDERR, "after");

        String end = System.lineSeparator();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("[stdout:0] before\na\nb" + end + "[stdout:1] c\n[stderr:1] d" + end);
        assertThat(result.stdout()).containsExactly("before\na\nb", "c\n", "");
    }

    @Test
    void muchOutputIsCutAtItsBeginning() {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        String line = "x".repeat(CapturedText.LIMIT / 2);
        write(task, 0, StreamKind.STDOUT, line);
        write(task, 0, StreamKind.STDOUT, line);
        write(task, 0, StreamKind.STDOUT, "end\n");

        assertThat(result.stdout().getFirst())
                .startsWith("... (" + line.length() + " characters of output were dropped)\n")
                .endsWith("end\n");
    }

    @Test
    void tasksTellOfTheirProgress() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        fake.dispatcher.received(new TaskMessage.TaskProgress(task, new EngineId(1), 3, 10, "loading"));
        assertThat(result.reports()).containsExactly(new EngineProgress(1, 3, 10, "loading"));

        value(task, 1, 1);
        assertThat(result.reports()).isEmpty();
    }

    @Test
    void theEndOfTheConnectionIsTheEndOfAllTasks() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        value(lastTask(), 0, 5);

        fake.dispatcher.closed("The controller is gone.");

        assertThat(result.outcomes()).extracting(Outcome::succeeded).containsExactly(true, false, false);
        assertThat(result.outcomes().get(1).error().orElseThrow())
                .isInstanceOf(EngineLostException.class)
                .hasMessage("Engine 1: lost: The controller is gone.");
        assertThatThrownBy(() -> all.apply(() -> 1))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("The controller is gone.");
    }

    @Test
    void theBarTellsHowFarItIs() throws Exception {
        AsyncList<Integer> result = all.withLabel("sweep").applyAsync(() -> 1);
        TaskId task = lastTask();
        value(task, 0, 5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WaitBar bar =
                new WaitBar(result, new PrintStream(bytes, true, StandardCharsets.UTF_8), Duration.ofMillis(1), true);

        assertThat(bar.line()).startsWith("sweep ██████████").contains(" 1/3 ").contains(" left");
        value(task, 1, 5);
        value(task, 2, 5);
        bar.await();

        assertThat(bytes.size()).isZero();
    }

    @Test
    void whereNobodySeesItThereIsNoBar() throws Exception {
        AsyncList<Integer> result = all.applyAsync(() -> 1);
        TaskId task = lastTask();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                new WaitBar(result, out, Duration.ofNanos(1), false).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        for (int engine = 0; engine < 3; engine++) {
            value(task, engine, 5);
        }
        waiting.join();

        assertThat(bytes.size()).isZero();
    }

    @Test
    void nothingElseKeepsAResult() throws Exception {
        WeakReference<AsyncResult<Integer>> weak = new WeakReference<>(finished());

        for (int i = 0; i < 100 && weak.get() != null; i++) {
            System.gc();
        }

        assertThat(weak.get()).isNull();
        assertThat(fake.dispatcher.pendingTasks()).isZero();
    }

    private AsyncResult<Integer> finished() throws Exception {
        AsyncResult<Integer> result = fake.cluster.engine(0).applyAsync(() -> 1);
        value(lastTask(), 0, 4);
        fake.link.sent.clear();
        return result;
    }
}
