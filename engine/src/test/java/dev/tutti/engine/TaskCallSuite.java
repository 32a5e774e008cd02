package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task is: a function called on the engine's main thread, and how it ended. */
abstract class TaskCallSuite extends TaskConversation {

    @Test
    void aTaskGivesItsValue() {
        assertThat(valueOf(call(1, "() -> 6 * 7"))).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Action | () -> System.out.print(1) | 0 | null",
                "Fn<Integer, Integer> | x -> x + 1 | 1 | 2",
                "Fn2<Integer, Integer, Integer> | (x, y) -> 10 * x + y | 2 | 12",
                "Fn3<Integer, Integer, Integer, Integer> | (x, y, z) -> 100 * x + 10 * y + z | 3 | 123",
                "Call<String> | () -> \"s\" | 0 | s",
            })
    void aFunctionIsCalledByWhatItIs(String type, String expression, int arguments, String result) {
        Object[] values = new Object[arguments];
        for (int i = 0; i < arguments; i++) {
            values[i] = i + 1;
        }
        assertThat(String.valueOf(valueOf(call(written(1, type, expression)), values)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Supplier<Integer> | () -> 1 | 0 | 1",
                "Consumer<Integer> | x -> {} | 1 | null",
                "Predicate<Integer> | x -> x > 0 | 1 | true",
                "UnaryOperator<Integer> | x -> -x | 1 | -1",
                "BinaryOperator<Integer> | (x, y) -> x - y | 2 | -1",
                "BiConsumer<Integer, Integer> | (x, y) -> {} | 2 | null",
                "BiPredicate<Integer, Integer> | (x, y) -> x > y | 2 | false",
                "IntBinaryOperator | (x, y) -> x * y | 2 | 2",
                "ToLongFunction<Integer> | x -> x | 1 | 1",
            })
    void soIsEachFunctionalInterfaceOfTheJdk(String type, String expression, int arguments, String result) {
        Object[] values = new Object[arguments];
        for (int i = 0; i < arguments; i++) {
            values[i] = i + 1;
        }
        String lambda = "() -> (" + type + " & java.io.Serializable) " + expression;
        Object function = madeBy(written(1, "Call<Object>", lambda));
        assertThat(String.valueOf(valueOf(call(function), values))).isEqualTo(result);
    }

    @Test
    void aWrongNumberOfArgumentsIsRefusedWithBothNumbers() {
        TaskFunction function = call(written(1, "Fn<Integer, Integer>", "x -> x"));
        assertThat(refusalOf(function)).isEqualTo("The function takes 1 argument, the task brings 0.");
        assertThat(refusalOf(function, 1, 2)).isEqualTo("The function takes 1 argument, the task brings 2.");
    }

    @Test
    void whatIsNoFunctionIsRefused() {
        assertThat(refusalOf(call((Object) "text")))
                .isEqualTo("A java.lang.String is no function: it implements no functional interface.");
    }

    @Test
    void aTaskThatThrowsTellsItsFaultAndTheExceptionItself() {
        String lambda = "() -> { throw new IllegalStateException(\"no\", new RuntimeException(\"why\")); }";
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(1, lambda));
        Fault fault = thrown.fault();
        assertThat(fault.className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(fault.message()).contains("no");
        assertThat(fault.cause().orElseThrow().message()).contains("why");
        assertThat(fault.frames()).extracting(Frame::className).containsExactly("REPL.$JShell$1");
        assertThat((Throwable) value(thrown.exception().orElseThrow()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    @Test
    void anExceptionThatCannotTravelIsToldAsDataAlone() {
        String type =
                "static class E extends Exception { Object o = Thread.currentThread(); E() { super(\"mine\"); } }";
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(1, "() -> { throw new E(); }", type));
        assertThat(thrown.fault().className()).isEqualTo("E");
        assertThat(thrown.exception()).isEmpty();
    }

    @Test
    void aValueThatCannotTravelIsRefused() {
        assertThat(refusalOf(call(1, "() -> Thread.currentThread()"))).contains("java.lang.Thread");
    }

    @Test
    void aClassThatCannotBeHadIsRefused() {
        Object function = written(1, "Call<Object>", "() -> 1");
        TaskMessage.Run run = new TaskMessage.Run(
                new SessionId(8), CLIENT, List.of(), List.of(call(function)), List.of(spec(controller.newId(), 0)));
        controller.forget();
        controller.send(run);
        TaskOutcome outcome = controller.taskAnswer(run.runs().getFirst().run()).outcome();
        assertThat(((TaskOutcome.Refused) outcome).reason()).contains("REPL.$JShell$1");
    }

    @Test
    void whatATaskPrintsComesUnderItsNumberBeforeItsEnd() {
        TaskFunction function =
                call(written(1, "Fn<Integer, Object>", "i -> { System.out.print(\"n\" + i); return i; }"));
        List<RunSpec> runs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            runs.add(spec(controller.newId(), 0, i));
        }
        start(List.of(function), runs);
        for (int i = 0; i < 50; i++) {
            ControllerEnd.TaskAnswer answer = controller.taskAnswer(runs.get(i).run());
            assertThat(answer.text()).isEqualTo("n" + i);
            assertThat(value(((TaskOutcome.Value) answer.outcome()).value())).isEqualTo(i);
        }
    }

    @Test
    void tasksAndCellsRunInTheOrderInWhichTheyCame() {
        TaskFunction append = call(
                1,
                "() -> { S.append('t'); return null; }",
                "public static final StringBuilder S = new StringBuilder();");
        start(append);
        RequestId cell = controller.send(cell(2, "$JShell$1.S.append('c').toString()"));
        start(append);
        assertThat(controller.answer(cell).done().outcome()).isInstanceOf(dev.tutti.engine.wire.Outcome.Value.class);
        assertThat(value(cell(3, "$JShell$1.S.toString()"))).isEqualTo("\"tct\"");
    }

    @Test
    void manyShortTasksEndInFewMessages() {
        TaskFunction function = call(1, "() -> null");
        List<RunSpec> runs = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            runs.add(spec(controller.newId(), 0));
        }
        start(List.of(function), runs);
        runs.forEach(
                run -> assertThat(controller.taskAnswer(run.run()).outcome()).isInstanceOf(TaskOutcome.Value.class));
        assertThat(controller.endFrames.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(10_000);
        assertThat(controller.endFrames).hasSizeLessThan(5_000).allMatch(size -> size <= 256);
    }

    @Test
    void anEndIsNotHeldBackByTheTaskThatFollows() {
        Object forEver = written(1, "Action", "() -> { for (;;) {} }");
        TaskFunction quick = call(2, "() -> 1");
        RequestId first = controller.newId();
        RequestId second = controller.newId();
        start(List.of(quick, call(forEver)), List.of(spec(first, 0), spec(second, 1)));
        assertThat(controller.taskAnswer(first).outcome()).isInstanceOf(TaskOutcome.Value.class);
        stop(second);
        assertThat(controller.taskAnswer(second).outcome()).isInstanceOf(TaskOutcome.Stopped.class);
    }

    @Test
    void aTaskRunsOnlyWhereItsPredicateGivesTrue() {
        TaskFunction predicate = call(1, "() -> engineId() == 3");
        TaskFunction function = call(2, "() -> 1");
        assertThat(outcomeWithPredicate(function, predicate)).isInstanceOf(TaskOutcome.Unmet.class);
        assertThat(outcomeWithPredicate(function, call(3, "() -> engineId() == 2")))
                .isInstanceOf(TaskOutcome.Value.class);
    }

    @Test
    void aTaskMayFindItselfThatItIsNotToRunHere() {
        assertThat(outcomeOf(call(1, "() -> { throw notHere(\"no data\"); }")))
                .isEqualTo(new TaskOutcome.Unmet("no data"));
    }

    @Test
    void aPredicateMayLookAtTheArguments() {
        TaskFunction predicate = call(written(1, "Fn<Integer, Boolean>", "x -> x > 5"));
        TaskFunction function = call(written(2, "Fn<Integer, Integer>", "x -> x"));
        assertThat(outcomeWithPredicate(function, predicate, 5)).isInstanceOf(TaskOutcome.Unmet.class);
        assertThat(outcomeWithPredicate(function, predicate, 6)).isInstanceOf(TaskOutcome.Value.class);
    }

    @Test
    void aPredicateThatThrowsEndsTheTask() {
        TaskFunction predicate = call(1, "() -> 1 / (engineId() - 2)");
        TaskOutcome outcome = outcomeWithPredicate(call(2, "() -> 1"), predicate);
        assertThat(((TaskOutcome.Thrown) outcome).fault().message()).contains("/ by zero");
    }

    @Test
    void aPredicateThatGivesNoBooleanIsRefused() {
        TaskOutcome outcome = outcomeWithPredicate(call(2, "() -> 1"), call(1, "() -> \"yes\""));
        assertThat(outcome)
                .isEqualTo(new TaskOutcome.Refused("The task's predicate gave a java.lang.String, not true or false."));
    }

    @Test
    void aKeptValueStaysAndCanBeAnArgument() {
        Parcel reference = keep(call(1, "() -> new Object() { public String toString() { return \"kept\"; } }"));
        assertThat(reference.codec()).isEqualTo(Codec.REFERENCE);
        TaskFunction text = call(written(2, "Fn<Object, String>", "o -> o.toString()"));
        assertThat(valueOf(text, reference)).isEqualTo("kept");
    }

    @Test
    void aReferenceThatWasFreedSaysSo() {
        Parcel reference = keep(call(1, "() -> 1"));
        long number = number(reference);
        assertThat(valueOf(new TaskFunction.Drop(List.of(number), List.of()))).isNull();
        TaskFunction same = call(written(2, "Fn<Object, Object>", "o -> o"));
        assertThat(refusalOf(same, reference))
                .contains("is not on engine 2 any more")
                .contains("freed");
    }

    @Test
    void aReferenceToAnotherEngineNamesIt() {
        Parcel elsewhere = parcel(new Held(new EngineId(5), 1));
        TaskFunction same = call(written(2, "Fn<Object, Object>", "o -> o"));
        assertThat(refusalOf(same, elsewhere))
                .startsWith("The value of a reference is on engine 5, but it was used on engine 2.");
    }

    @Test
    void aFunctionIsDecodedOnceThoughItComesAgain() {
        TaskFunction function = call(
                1,
                "new dev.tutti.client.Call<Object>() { int n; public Object call() { return"
                        + " System.identityHashCode(this); } }");
        assertThat(valueOf(function)).isEqualTo(valueOf(function));
    }

    @Test
    void timesAreTold() {
        long before = System.currentTimeMillis();
        RequestId id = start(call(
                1,
                "() -> { long end = System.nanoTime() + 20_000_000; while (System.nanoTime() < end) {} return 1; }"));
        ControllerEnd.TaskAnswer answer = controller.taskAnswer(id);
        assertThat(answer.end().startedMillis()).isBetween(before, System.currentTimeMillis());
        assertThat(answer.end().wallNanos()).isGreaterThan(20_000_000);
        assertThat(answer.end().cpuNanos()).isBetween(1L, answer.end().wallNanos());
    }

    @Test
    void aClosedSessionKeepsNothingOfItsTasks() {
        Parcel reference = keep(call(1, "() -> 1"));
        valueOf(new TaskFunction.Put(name("n")), 5);
        assertThat(controller.ask(new Message.CloseSession(SESSION)).reply()).isEqualTo(new Message.Ack());
        assertThat(refusalOf(get(name("n")))).isEqualTo("n is not defined here.");
        TaskFunction same = call(written(2, "Fn<Object, Object>", "o -> o"));
        assertThat(refusalOf(same, reference)).contains("is not on engine 2 any more");
    }

    private long number(Parcel reference) {
        return ((Held) value(reference)).number();
    }

    private TaskOutcome outcomeWithPredicate(TaskFunction function, TaskFunction predicate, Object... arguments) {
        RequestId id = controller.newId();
        RunSpec plain = spec(id, 0, arguments);
        start(List.of(function, predicate), List.of(new RunSpec(id, 0, OptionalInt.of(1), plain.arguments(), false)));
        return controller.taskAnswer(id).outcome();
    }

    private Parcel keep(TaskFunction function) {
        RequestId id = controller.newId();
        start(List.of(function), List.of(new RunSpec(id, 0, OptionalInt.empty(), List.of(), true)));
        return ((TaskOutcome.Value) controller.taskAnswer(id).outcome()).value();
    }
}
