package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DirectViewTest {

    private final FakeCluster fake = FakeCluster.of(0, 1, 2, 5);
    private final Cluster cluster = fake.cluster;
    private final DirectView all = cluster.view();

    private static int here() {
        return FakeEngines.ENGINE.get();
    }

    @Test
    void resultsComeInTheOrderOfTheTargetsAsWritten() {
        assertThat(cluster.view("5,0-1").apply(() -> here())).containsExactly(5, 0, 1);
        assertThat(cluster.view(2, 0).apply(DirectViewTest::here)).containsExactly(2, 0);
    }

    @Test
    void allIsWhoeverIsThereWhenItIsCalled() {
        assertThat(all.apply(() -> here())).containsExactly(0, 1, 2, 5);

        fake.link.live(1, 7);

        assertThat(all.apply(() -> here())).containsExactly(1, 7);
        assertThat(all.targets()).containsExactly(1, 7);
    }

    @Test
    void withoutEnginesTheCallSaysWhatToDo() {
        fake.link.live();

        assertThatThrownBy(() -> all.apply(() -> 1))
                .isInstanceOf(NoEnginesException.class)
                .hasMessageContaining("cluster.start(4)");
        assertThat(fake.link.sent).isEmpty();
    }

    @Test
    void anEngineThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> cluster.view("0,9").apply(() -> 1))
                .isInstanceOf(NoEnginesException.class)
                .hasMessageContaining("there is no engine with number 9");
        assertThatThrownBy(() -> cluster.view("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void functionsTakeUpToThreeArguments() {
        assertThat(all.apply(x -> x * 10, 4)).containsExactly(40, 40, 40, 40);
        assertThat(all.apply((x, y) -> x + y + here(), 1, 2)).containsExactly(3, 4, 5, 8);
        assertThat(all.apply((x, y, z) -> x + y + z, "a", "b", "c")).containsOnly("abc");
    }

    @Test
    void actionsReturnNothing() {
        AtomicInteger sum = new AtomicInteger();

        all.apply(() -> sum.addAndGet(here()));
        all.apply(() -> {
            sum.incrementAndGet();
        });

        assertThat(sum).hasValue(12);
    }

    @Test
    void lambdasAreCompiledAsOnesThatCanTravel() throws Exception {
        all.apply(() -> 1);
        all.apply(x -> x, 1);
        all.apply(() -> {});

        for (TaskMessage message : fake.link.sent) {
            TaskFunction.Call call = (TaskFunction.Call)
                    ((TaskMessage.Submit) message).functions().getFirst();
            assertThat(fake.codec.decode(call.code())).isInstanceOf(Serializable.class);
        }
    }

    @Test
    void oneCallIsOneTaskForAllTargets() {
        all.apply(() -> 1);

        TaskMessage.Submit submit = (TaskMessage.Submit) fake.link.sent.getFirst();
        assertThat(submit.tasks()).hasSize(1);
        assertThat(submit.options().getFirst().targets()).hasSize(4);
    }

    @Test
    void valuesAreGivenAndReadByName() {
        all.push(Map.of("a", 1, "b", "two"));
        cluster.view("1").put("a", 11);

        assertThat(all.<Integer>get("a")).containsExactly(1, 11, 1, 1);
        assertThat(cluster.view("1,0").pull("a", "b"))
                .containsExactly(Map.of("a", 11, "b", "two"), Map.of("a", 1, "b", "two"));
        assertThat(cluster.engine(1).<Integer>get("a")).isEqualTo(11);
        assertThat(cluster.engine(1).pull("a", "b")).isEqualTo(Map.of("a", 11, "b", "two"));
    }

    @Test
    void nullCanBeGiven() {
        all.put("n", null);

        assertThat(all.<Object>get("n")).containsOnlyNulls();
    }

    @Test
    void aNameWithoutValueIsRefusedByTheEngine() {
        assertThatThrownBy(() -> cluster.engine(1).get("nothing"))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessage("Engine 1: nothing is not defined here.");
        assertThatThrownBy(() -> all.get("3x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'3x' is not a name.");
    }

    @Test
    void scatterAndGatherKeepOrderAndKind() {
        double[] numbers = IntStream.range(0, 10).asDoubleStream().toArray();
        all.scatter("x", numbers);

        assertThat(all.<double[]>get("x")).extracting(block -> block.length).containsExactly(3, 3, 2, 2);
        assertThat(all.<double[]>gather("x")).isEqualTo(numbers);

        List<String> words = List.of("a", "b", "c");
        cluster.view("5,1").scatter("w", words);
        assertThat(cluster.view("5,1").<List<String>>gather("w")).isEqualTo(words);
        assertThat(cluster.engine(5).<List<String>>get("w")).containsExactly("a", "b");
    }

    @Test
    void fewerElementsThanEnginesLeaveEmptyBlocks() {
        all.scatter("x", new int[] {7, 8});

        assertThat(all.<int[]>get("x")).extracting(Arrays::toString).containsExactly("[7]", "[8]", "[]", "[]");
        assertThat(all.<int[]>gather("x")).containsExactly(7, 8);
    }

    @Test
    void flattenedBlocksOfOneAreTheElement() {
        all.scatter("rank", List.of(10, 11, 12, 13), true);

        assertThat(all.<Integer>get("rank")).containsExactly(10, 11, 12, 13);
        assertThat(all.<List<Integer>>gather("rank")).containsExactly(10, 11, 12, 13);
    }

    @Test
    void onlySequencesAreScattered() {
        assertThatThrownBy(() -> all.scatter("x", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Only arrays and collections can be scattered");
    }

    @Test
    void mapGoesOverBlocksAndKeepsTheOrder() {
        List<Integer> elements = IntStream.range(0, 11).boxed().toList();

        assertThat(all.map(x -> x * x, elements))
                .isEqualTo(elements.stream().map(x -> x * x).toList());
        assertThat(all.map(_ -> here(), elements)).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2, 5, 5);
        assertThat(all.map(x -> x, List.of())).isEmpty();
    }

    @Test
    void keptValuesStayAndServeAsArguments() {
        List<RemoteReference<int[]>> kept = all.keep(() -> new int[] {here()});

        assertThat(kept).extracting(RemoteReference::engineId).containsExactly(0, 1, 2, 5);
        assertThat(kept.get(3).get()).containsExactly(5);
        assertThat(cluster.engine(5)
                        .call((Fn<int[], Integer>) array -> array[0] + 1, kept.get(3))
                        .result())
                .isEqualTo(6);

        kept.get(3).close();

        assertThat(fake.engines.kept).hasSize(3);
        assertThatThrownBy(() -> kept.get(3).get()).isInstanceOf(TaskRefusedException.class);
    }

    @Test
    void failuresOfSeveralEnginesFold() {
        assertThatThrownBy(() -> all.apply(() -> 1 / (here() % 2)))
                .isInstanceOf(CompositeException.class)
                .hasMessage("""
                    2 of 4 failed.
                    [0,2] java.lang.ArithmeticException: / by zero
                          at cell 3, line 2\
                    """)
                .satisfies(thrown -> assertThat(((CompositeException) thrown).list())
                        .extracting(
                                failure -> ((RemoteException) failure).engine().getAsInt())
                        .containsExactly(0, 2))
                .satisfies(thrown -> assertThatThrownBy(((CompositeException) thrown)::raise)
                        .isInstanceOf(ArithmeticException.class));
    }

    @Test
    void equalRefusalsFoldThoughTheyNameNoException() {
        assertThatThrownBy(() -> all.get("nothing")).hasMessage("""
            4 of 4 failed.
            [0-2,5] nothing is not defined here.\
            """);
    }

    @Test
    void manyDifferentFailuresAreCounted() {
        fake.link.live(0, 1, 2, 3, 4, 5, 6);

        assertThatThrownBy(() -> all.apply(() -> {
                    throw new IllegalStateException("at " + here());
                }))
                .hasMessageContaining("[3] java.lang.IllegalStateException: at 3")
                .hasMessageEndingWith("\n... and 3 more; list() has them all");
    }

    @Test
    void aSingleEngineThrowsItsFailureItself() {
        assertThatThrownBy(() -> cluster.engine(2).apply(() -> 1 / (here() - 2)))
                .isInstanceOf(RemoteException.class)
                .hasMessage("Engine 2: java.lang.ArithmeticException: / by zero")
                .hasCauseInstanceOf(ArithmeticException.class)
                .satisfies(thrown -> assertThat(
                                thrown.getCause().getStackTrace()[0].getFileName())
                        .isEqualTo("cell 3"));
    }

    @Test
    void anExceptionThatCannotBeSentHasAStandIn() {
        assertThatThrownBy(() -> cluster.engine(2).apply(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(RemoteException.class)
                .satisfies(thrown ->
                        assertThat(((RemoteException) thrown).original()).isEmpty())
                .satisfies(thrown -> assertThat(thrown.getCause()).hasToString("java.lang.IllegalStateException: no"));
    }

    @Test
    void whatCannotBeSentIsRefusedBeforeAnythingIs() {
        fake.codec.refuse(Thread.class, "Foo.thread → java.lang.Thread");

        assertThatThrownBy(() -> all.apply(x -> 1, new Thread()))
                .isInstanceOf(UnsendableClosureException.class)
                .hasMessage("Argument 1 cannot be sent: Foo.thread → java.lang.Thread");
        assertThat(fake.link.sent).isEmpty();
    }

    @Test
    void theLabelAndTheLimitTravelWithEachTask() {
        all.withLabel("sweep").withRunningLimit(Duration.ofSeconds(3)).apply(() -> 1);

        TaskMessage.Submit submit = (TaskMessage.Submit) fake.link.sent.getFirst();
        assertThat(submit.options().getFirst().label()).isEqualTo("sweep");
        assertThat(submit.options().getFirst().running()).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void aViewThatHasWaitedLongEnoughCancels() {
        fake.link.reactions = _ -> List.of();

        assertThatThrownBy(() -> all.withTimeout(Duration.ofMillis(1)).apply(() -> 1))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessage("After 1 ms, 0 of 4 had ended; the rest is cancelled.");
        assertThat(fake.link.sent.getLast()).isInstanceOf(TaskMessage.Cancel.class);
    }

    @Test
    void codeAsTextGivesTextsInTheOrderOfTheTargets() {
        fake.link.answers = question -> executed((TaskMessage.ExecuteCode) question);

        assertThat(cluster.view("5,0").execute("rank()"))
                .extracting(CodeResult::engine, CodeResult::text)
                .containsExactly(tuple(5, "rank()"), tuple(0, "rank()"));
        assertThat(cluster.engine(1).execute("x").stdout()).isEqualTo("out");
    }

    private static TaskMessage.CodeExecuted executed(TaskMessage.ExecuteCode code) {
        List<TaskMessage.CodeEnd> ends = code.targets().stream()
                .sorted()
                .map(engine -> new TaskMessage.CodeEnd(
                        engine,
                        Optional.of(
                                new dev.tutti.engine.wire.Outcome.Value(new Rendered(code.code(), "int", 0, false))),
                        "",
                        "out",
                        ""))
                .toList();
        return new TaskMessage.CodeExecuted(Optional.empty(), ends);
    }

    @Test
    void codeThatFailsOrDoesNotCompileThrows() {
        fake.link.answers = question -> new TaskMessage.CodeExecuted(
                Optional.empty(),
                List.of(new TaskMessage.CodeEnd(new EngineId(1), Optional.empty(), "exit code 3", "", "")));
        assertThatThrownBy(() -> cluster.engine(1).execute("System.exit(3)"))
                .isInstanceOf(EngineLostException.class)
                .hasMessage("Engine 1: lost: exit code 3");

        fake.link.answers = _ -> new TaskMessage.CodeExecuted(Optional.of("';' expected"), List.of());
        assertThatThrownBy(() -> all.execute("int x"))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessage("The code does not compile:\n';' expected");
    }

    @Test
    void groupsAreTargets() {
        fake.link.answers = question -> {
            EngineGroup group = ((TaskMessage.NameEngines) question).group();
            fake.link.live(List.of(group), 0, 1, 2, 5);
            return new Message.Ack();
        };
        cluster.group("even", "2,0");

        assertThat(cluster.groups()).containsExactly(Map.entry("even", List.of(2, 0)));
        assertThat(cluster.view("@even").apply(() -> here())).containsExactly(2, 0);
        assertThat(cluster.view("all!@even").apply(() -> here())).containsExactly(1, 5);
        assertThatThrownBy(() -> cluster.view("@odd").apply(() -> 1))
                .isInstanceOf(NoEnginesException.class)
                .hasMessageContaining("there is no group @odd. Groups: even.");
    }

    @Test
    void theValuesAreHadByEngine() {
        assertThat(cluster.view("5,1").applyAsync(() -> here() * 2).byEngine())
                .containsExactly(Map.entry(5, 10), Map.entry(1, 2));
    }
}
