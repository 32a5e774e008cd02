package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskPolicy;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LoadBalancedViewTest {

    private final FakeCluster fake = FakeCluster.of(0, 1);
    private final LoadBalancedView view = fake.cluster.balanced();

    private List<TaskMessage.Submit> submits() {
        return fake.link.sent.stream()
                .filter(TaskMessage.Submit.class::isInstance)
                .map(TaskMessage.Submit.class::cast)
                .toList();
    }

    private int tasks() {
        return submits().stream().mapToInt(submit -> submit.tasks().size()).sum();
    }

    private Balance balance() {
        return submits().getLast().options().getFirst().balance().orElseThrow();
    }

    // Single tasks.

    @Test
    void functionsOfNoneToThreeArgumentsAreSubmitted() {
        assertThat(view.submit(() -> 7).result()).isEqualTo(7);
        assertThat(view.submit((Integer x) -> x + 1, 1).result()).isEqualTo(2);
        assertThat(view.submit((Integer x, Integer y) -> x + y, 1, 2).result()).isEqualTo(3);
        assertThat(view.submit((Integer x, Integer y, Integer z) -> x + y + z, 1, 2, 3)
                        .result())
                .isEqualTo(6);
        assertThat(view.submit(() -> {}).result()).isNull();
        assertThat(view.submit((Object x) -> String.valueOf(x), null).result()).isEqualTo("null");
    }

    @Test
    void aTemplateIsSubmittedAgainAndAgain() {
        JobTemplate<Integer> sum = view.label("sum").template((Integer x, Integer y, Integer z) -> x * y + z);

        assertThat(sum.submit(2, 3, 4).result()).isEqualTo(10);
        assertThat(sum.submit(1, 1, 1).label()).isEqualTo("sum");
    }

    @Test
    void aKeptValueIsUsedWhereItIs() {
        RemoteReference<Integer> kept = view.targets("1").keep(() -> 20).result();

        assertThat(kept.engineId()).isEqualTo(1);
        assertThat(view.submit((Integer x) -> x + FakeEngines.ENGINE.get(), 1).engines())
                .containsExactly(0);
        AsyncResult<Integer> there = view.submit((Object x) -> (Integer) x + 1, kept);
        assertThat(there.result()).isEqualTo(21);
        assertThat(there.engines()).containsExactly(1);
    }

    @Test
    void valuesOfDifferentEnginesDoNotMeet() {
        RemoteReference<Integer> one = view.targets("0").keep(() -> 1).result();
        RemoteReference<Integer> other = view.targets("1").keep(() -> 2).result();

        assertThatThrownBy(() -> view.submit((Object a, Object b) -> 1, one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("these are on 0-1");
        assertThatThrownBy(() -> view.targets("1").submit((Object a) -> 1, one))
                .hasMessageContaining("these are on 0; the view's targets are 1");
    }

    // Maps.

    @Test
    void aMapGivesTheValuesInOrder() {
        List<Integer> elements = IntStream.range(0, 100).boxed().toList();

        assertThat(view.map(elements, x -> x * 2).result())
                .isEqualTo(elements.stream().map(x -> x * 2).toList());
        assertThat(view.map(Stream.of("a", "bb"), String::length).stream()).containsExactly(1, 2);
        assertThat(view.map(List.of(), x -> x).result()).isEmpty();
    }

    @Test
    void eachEngineGetsFourChunksUnlessAnotherSizeIsAskedFor() {
        view.map(Collections.nCopies(100, 1), x -> x);
        assertThat(tasks()).isEqualTo(8);

        view.targets("1").map(Collections.nCopies(100, 1), x -> x);
        assertThat(tasks()).isEqualTo(8 + 4);

        view.chunk(30).map(Collections.nCopies(100, 1), x -> x);
        assertThat(tasks()).isEqualTo(8 + 4 + 4);
        assertThatThrownBy(() -> view.chunk(0)).hasMessageContaining("at least one element, not 0");
    }

    @Test
    void sequencesSideBySideEndWithTheShortest() {
        assertThat(view.map(List.of(1, 2, 3), List.of("a", "b"), (x, y) -> x + y)
                        .result())
                .containsExactly("1a", "2b");
        assertThat(view.map(List.of(1), List.of(2, 3), List.of(4, 5), (x, y, z) -> x + y + z)
                        .result())
                .containsExactly(7);
    }

    @Test
    void nullIsAnElementAndAValueLikeAnyOther() {
        List<String> elements = Arrays.asList("a", null, "c");

        assertThat(view.map(elements, x -> x).result()).isEqualTo(elements);
        assertThat(view.map(elements, elements, (x, y) -> x).result()).isEqualTo(elements);
    }

    @Test
    void numbersAreMappedAsArrays() {
        assertThat(view.map(new int[] {1, 2, 3}, x -> x * x).result()).containsExactly(1, 4, 9);
        assertThat(view.map(new long[] {1, 2}, x -> -x).result()).containsExactly(-1, -2);
        assertThat(view.map(new double[] {0.5}, x -> x * 2).result()).containsExactly(1.0);
        assertThat(view.map(IntStream.range(0, 20), x -> x + 1).result()).hasSize(20);
        assertThat(view.map(LongStream.of(5), x -> x).result()).containsExactly(5);
        assertThat(view.map(DoubleStream.of(5), x -> x).result()).containsExactly(5);
    }

    @Test
    void noNumbersGiveNoNumbers() {
        assertThat(view.map(new int[0], x -> x).result()).isEmpty();
        assertThat(view.map(new long[0], x -> x).result()).isEmpty();
        assertThat(view.map(new double[0], x -> x).result()).isEmpty();
    }

    @Test
    void aFilterKeepsTheOrder() {
        assertThat(view.filter(List.of(5, 1, 4, 2, 3), x -> x > 2).result()).containsExactly(5, 4, 3);
        assertThat(view.filter(List.of(1), x -> false).result()).isEmpty();
    }

    @Test
    void aReductionIsOneValueOrNone() {
        List<Integer> elements = IntStream.rangeClosed(1, 100).boxed().toList();

        assertThat(view.reduce(elements, x -> x, Integer::sum).result()).contains(5050);
        assertThat(view.reduce(List.<String>of("a", "b", "c", "d"), x -> x, String::concat)
                        .result())
                .contains("abcd");
        assertThat(view.reduce(List.<Integer>of(), x -> x, Integer::sum).result())
                .isEmpty();
        assertThat(view.reduce(List.of(1), x -> (Integer) null, (x, y) -> x).result())
                .isEmpty();
    }

    @Test
    void resultsAreTakenAsTheyCome() {
        SlowEngines engines = new SlowEngines(fake);
        AsyncList<String> mapped = view.chunk(1).map(List.of(1, 2, 3), x -> "");
        engines.value(2, List.of("c"));
        engines.value(0, List.of("a"));
        engines.value(1, List.of("b"));

        assertThat(mapped.asCompleted()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat((Iterable<String>) mapped).containsExactly("a", "b", "c");
    }

    @Test
    void ofAMapThatFailsTheRestCanBeHad() {
        SlowEngines engines = new SlowEngines(fake);
        AsyncList<Integer> mapped = view.chunk(2).map(List.of(1, 2, 3, 4, 5), x -> x);
        engines.value(0, List.of(1, 2));
        engines.fail(1, "three");
        engines.fail(2, "five");

        assertThatThrownBy(mapped::result).isInstanceOf(CompositeException.class);
        assertThat(mapped.getOrElse(_ -> -1)).containsExactly(1, 2, -1, -1, -1);
    }

    @Test
    void theBarOfAMapCountsElements() {
        SlowEngines engines = new SlowEngines(fake);
        AsyncList<Integer> mapped = view.chunk(40).label("sweep").map(Collections.nCopies(100, 1), x -> x);
        engines.value(2, Collections.nCopies(20, 1));

        assertThat(new WaitBar(mapped, System.err, Duration.ofSeconds(1), true).line())
                .startsWith("sweep ")
                .contains(" 20/100 ");
    }

    @Test
    void whatCannotTravelIsRefusedAndWhatWasSentBeforeItIsCancelled() {
        record Stuck() {}
        fake.codec.refuse(Stuck.class, "Stuck → java.net.Socket");
        SlowEngines engines = new SlowEngines(fake);
        JobGroup group = JobGroup.named("g");
        List<Object> elements = new ArrayList<>(Collections.nCopies(300, 1));
        elements.add(new Stuck());

        Throwable refusal =
                catchThrowable(() -> new BalancedCalls(fake.cluster.link(), BalancedFlags.PLAIN.grouped(group))
                        .submitAll((Fn<Object, Object>) x -> x, elements));

        assertThat(refusal).isInstanceOf(UnsendableClosureException.class).hasMessageContaining("java.net.Socket");
        assertThat(engines.tasks()).hasSize(256);
        assertThat(engines.cancels())
                .singleElement()
                .satisfies(cancel -> assertThat(cancel.tasks()).containsAll(engines.tasks()));
        assertThat(group.unfinished()).as("nobody waits for them").isZero();
    }

    // How tasks are placed.

    @Test
    void aViewSaysHowItsTasksArePlacedAndOthersAreNotConcerned() {
        LoadBalancedView special = view.priority(3)
                .retries(2)
                .needs("gpu")
                .waitAtMost(Duration.ofSeconds(1))
                .runAtMost(Duration.ofSeconds(2))
                .policy(LoadBalancedView.Policy.RANDOM)
                .highWater(5)
                .label("special");

        special.submit(() -> 1);
        assertThat(balance())
                .isEqualTo(new Balance(
                        3,
                        2,
                        List.of(),
                        OptionalInt.empty(),
                        Set.of("gpu"),
                        Optional.of(Duration.ofSeconds(1)),
                        TaskPolicy.RANDOM,
                        OptionalInt.of(5)));
        assertThat(submits().getLast().options().getFirst().running()).contains(Duration.ofSeconds(2));
        assertThat(submits().getLast().options().getFirst().label()).isEqualTo("special");

        view.submit(() -> 1);
        assertThat(balance()).isEqualTo(Balance.PLAIN);
    }

    @Test
    void targetsAreLookedUpAtEachCall() {
        LoadBalancedView last = view.targets("-1");
        last.submit(() -> 1);
        fake.link.live(0, 1, 2);
        last.submit(() -> 1);

        assertThat(submits())
                .extracting(submit -> submit.options().getFirst().targets())
                .containsExactly(List.of(new EngineId(1)), List.of(new EngineId(2)));
        fake.link.live();
        JobGroup group = JobGroup.named("g");
        assertThatThrownBy(() -> last.group(group).submit(() -> 1)).isInstanceOf(NoEnginesException.class);
        assertThat(group.unfinished()).isZero();
    }

    @Test
    void aPredicateTravelsAsASecondFunction() {
        view.where(() -> true).submit(() -> 1);

        assertThat(balance().predicate()).hasValue(1);
        assertThat(submits().getLast().functions()).hasSize(2);
    }

    @Test
    void tasksDependOnOthersInEveryWay() {
        SlowEngines engines = new SlowEngines(fake);
        AsyncResult<Integer> a = view.submit(() -> 1);
        AsyncList<Integer> b = view.chunk(1).map(List.of(1, 2), x -> x);
        List<dev.tutti.engine.wire.TaskId> all = engines.tasks();

        view.after(a, b).follow(a).submit(() -> 1);
        assertThat(engines.dependencies())
                .containsExactly(
                        new Dependency(all, false, true, true, false),
                        new Dependency(List.of(all.getFirst()), true, true, true, false));
        view.afterAny(LoadBalancedView.When.FAILURE, b)
                .followAny(LoadBalancedView.When.END, b)
                .submit(() -> 1);
        assertThat(engines.dependencies())
                .containsExactly(
                        new Dependency(all.subList(1, 3), false, false, false, true),
                        new Dependency(all.subList(1, 3), true, false, true, true));
    }

    @Test
    void tasksDependOnNoneOfAnotherConnection() {
        AsyncResult<Integer> foreign = FakeCluster.of(0).cluster.balanced().submit(() -> 1);

        assertThatThrownBy(() -> view.after(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another connection");
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> view.retries(-1)).hasMessageContaining("-1 more times");
        assertThatThrownBy(() -> view.highWater(-1)).hasMessageContaining("cannot have -1 tasks");
        assertThatThrownBy(() -> view.outstanding(-1)).hasMessageContaining("-1 tasks");
        assertThatThrownBy(() -> view.waitAtMost(Duration.ZERO)).hasMessageContaining("longer than nothing");
        assertThatThrownBy(() -> view.runAtMost(Duration.ofSeconds(-1))).hasMessageContaining("longer than nothing");
    }

    // What becomes of them.

    @Test
    void eachWayToFailHasItsException() {
        SlowEngines engines = new SlowEngines(fake);
        List<AsyncResult<Integer>> results = new ArrayList<>();
        List<TaskOutcome> outcomes = List.of(
                new TaskOutcome.Lost("exit code 7"),
                new TaskOutcome.Cancelled(),
                new TaskOutcome.Impossible("it depends on itself"),
                new TaskOutcome.TimedOut(false, "It waited."),
                new TaskOutcome.Refused("no"),
                new TaskOutcome.Unmet("no data"));
        for (int i = 0; i < outcomes.size(); i++) {
            results.add(view.submit(() -> 1));
            engines.end(i, outcomes.get(i));
        }

        List<Object> failures = new ArrayList<>();
        results.forEach(result -> failures.add(catchThrowable(result::result).getClass()));
        assertThat(failures)
                .containsExactly(
                        EngineLostException.class,
                        TaskCancelledException.class,
                        ImpossibleTaskException.class,
                        TaskTimeoutException.class,
                        TaskRefusedException.class,
                        ImpossibleTaskException.class);
    }

    @Test
    void anErrorOfACombinerReachesWhoeverWaits() throws Exception {
        SlowEngines engines = new SlowEngines(fake);
        AsyncResult<Optional<Integer>> sum = view.chunk(1).reduce(List.of(1, 2), x -> x, (x, y) -> {
            throw new AssertionError("no sum");
        });
        engines.value(0, 1);
        engines.value(1, 2);

        assertThat(sum.toCompletableFuture())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("no sum");
    }

    @Test
    void cancellingByForceSaysHowLongTheGraceIs() {
        SlowEngines engines = new SlowEngines(fake);
        AsyncResult<Integer> result = view.submit(() -> 1);

        assertThat(result.cancelForcibly(Duration.ofSeconds(3))).isTrue();

        assertThat(engines.cancels())
                .extracting(TaskMessage.Cancel::grace)
                .containsExactly(Optional.of(Duration.ofSeconds(3)));
    }

    @Test
    void whatHasEndedIsNotKept() {
        WeakReference<AsyncList<Integer>> mapped =
                new WeakReference<>(view.chunk(1).map(Collections.nCopies(100_000, 1), x -> x));
        fake.link.sent.clear();
        System.gc();

        assertThat(fake.dispatcher.pendingTasks()).isZero();
        assertThat(mapped.refersTo(null)).isTrue();
    }
}
