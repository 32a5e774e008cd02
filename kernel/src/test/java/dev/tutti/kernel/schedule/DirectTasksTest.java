package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.THROWN;
import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Machine.function;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DirectTasksTest {

    private final Machine machine = new Machine(3);

    @Test
    void aDirectTaskIsOneFrameToAllItsTargets() {
        machine.submit(direct(2, 0), 1);

        assertThat(machine.sends()).hasSize(1);
        Order.Send send = machine.sends().getFirst();
        assertThat(send.engines()).containsExactly(new EngineId(0), new EngineId(2));
        assertThat(send.run().targets()).containsExactly(new EngineId(0), new EngineId(2));
        assertThat(send.run().runs()).extracting(RunSpec::run).containsExactly(machine.run(1));
    }

    @Test
    void eachTargetsEndIsTold() {
        machine.submit(direct(0, 1), 1).endAt(1, 1, THROWN).endAt(0, 1, VALUE);

        assertThat(machine.told())
                .extracting(end -> end.engine().orElseThrow().number(), TaskEnd::outcome)
                .containsExactly(tuple(1, THROWN), tuple(0, VALUE));
    }

    @Test
    void directTasksDoNotWaitForEachOther() {
        machine.submit(direct(0), 1, 2, 3);

        assertThat(machine.placed()).containsExactly("1@0", "2@0", "3@0");
        assertThat(machine.sends()).as("frames").hasSize(1);
    }

    @Test
    void tasksForOtherTargetsTravelInOtherFrames() {
        machine.scheduler.submitted(
                machine.now,
                1,
                Machine.SESSION,
                new TaskMessage.Submit(
                        List.of(Machine.FUNCTION),
                        List.of(direct(0), direct(1)),
                        List.of(
                                new TaskSpec(new TaskId(1), 0, 0, List.of()),
                                new TaskSpec(new TaskId(2), 0, 1, List.of()),
                                new TaskSpec(new TaskId(3), 0, 1, List.of()))));
        machine.take();

        assertThat(machine.sends()).extracting(send -> send.run().runs().size()).containsExactly(1, 2);
    }

    @Test
    void aFrameCarriesTheFunctionsThatItsRunsNeedAndNoOthers() {
        machine.submit(
                1,
                new TaskMessage.Submit(
                        List.of(function("a"), function("b"), function("c")),
                        List.of(direct(0)),
                        List.of(
                                new TaskSpec(new TaskId(1), 2, 0, List.of()),
                                new TaskSpec(new TaskId(2), 0, 0, List.of()),
                                new TaskSpec(new TaskId(3), 2, 0, List.of()))));

        TaskMessage.Run run = machine.sends().getFirst().run();
        assertThat(run.functions()).containsExactly(function("c"), function("a"));
        assertThat(run.runs()).extracting(RunSpec::function).containsExactly(0, 1, 0);
    }

    @Test
    void aTargetThatIsNotThereIsLostAtOnceAndTheOthersRun() {
        machine.submit(direct(0, 7), 1);

        assertThat(machine.placed()).containsExactly("1@0");
        assertThat(machine.sends().getFirst().run().targets()).containsExactly(new EngineId(0));
        assertThat(machine.told(1)).hasSize(1);
        assertThat(machine.outcome(1)).isEqualTo(new TaskOutcome.Lost("there is no such engine"));
        assertThat(machine.told(1).getFirst().engine()).contains(new EngineId(7));
    }

    @Test
    void anEngineThatIsLostLosesItsDirectTasks() {
        machine.submit(direct(0, 1), 1).lose(1);

        assertThat(machine.outcome(1)).isEqualTo(new TaskOutcome.Lost("exit code 7"));
        assertThat(machine.silence().endAt(0, 1, VALUE).outcome(1)).isEqualTo(VALUE);
    }

    @Test
    void localTakesDirectTasksOnceItHasJoined() {
        machine.submit(direct(-1), 1).join(-1).submit(direct(-1), 2);

        assertThat(machine.outcome(1)).isInstanceOf(TaskOutcome.Lost.class);
        assertThat(machine.placed()).containsExactly("2@local");
    }

    @Test
    void aDirectTaskWithoutTargetsIsImpossible() {
        machine.submit(direct(), 1);

        assertThat(machine.outcome(1)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void targetsNamedTwiceRunItOnce() {
        machine.submit(direct(1, 1), 1);

        assertThat(machine.placed()).containsExactly("1@1");
    }

    @Test
    void aSecondEndIsPassedOver() {
        machine.submit(direct(0), 1).endAt(0, 1, VALUE);
        machine.endAt(0, 1, VALUE).endAt(1, 1, VALUE);

        assertThat(machine.told(1)).hasSize(1);
    }

    @Test
    void aSubmissionThatNamesWhatItDoesNotHaveIsRefused() {
        machine.submit(
                1,
                new TaskMessage.Submit(
                        List.of(), List.of(direct(0)), List.of(new TaskSpec(new TaskId(1), 3, 0, List.of()))));

        assertThat(machine.outcome(1))
                .isEqualTo(
                        new TaskOutcome.Refused("Task 1 was submitted with function 3, but its submission has only 0. "
                                + "The client library is at fault."));
    }

    @Test
    void theEndTellsWhenItWasSubmittedAndHowLongItTook() {
        machine.submit(direct(0), 1).endAt(0, 1, VALUE);

        TaskEnd end = machine.told(1).getFirst();
        assertThat(end.submittedMillis()).isEqualTo(1_000_000);
        assertThat(end.startedMillis()).isEqualTo(Machine.STARTED);
        assertThat(end.wallNanos()).isEqualTo(1_000_000);
    }

    // What they leave on their engines.

    private static final VariableRef X = new VariableRef("REPL.$JShell$1", "x");

    private Machine put(TaskFunction function) {
        return machine.submit(
                1, new TaskMessage.Submit(List.of(function), List.of(direct(0, 1)), List.of(Machine.spec(1))));
    }

    @Test
    void aVariableIsDefinedWhereItsPutEndsWell() {
        put(new TaskFunction.Put(new Name("x", Optional.of(X), List.of())))
                .endAt(0, 1, THROWN)
                .endAt(1, 1, VALUE);

        assertThat(machine.only(Order.Defined.class))
                .containsExactly(new Order.Defined(Machine.SESSION, new EngineId(1), X));
    }

    @Test
    void aVariableIsDefinedBeforeItsClientKnows() {
        put(new TaskFunction.Join(new Name("x", Optional.of(X), List.of()))).endAt(0, 1, VALUE);

        assertThat(machine.orders.subList(machine.orders.size() - 2, machine.orders.size()))
                .hasExactlyElementsOfTypes(Order.Defined.class, Order.Tell.class);
    }

    @Test
    void aFieldOfAVariableAndANameOfTheEnginesOwnDefineNone() {
        put(new TaskFunction.Put(new Name("x.y", Optional.of(X), List.of("y"))))
                .endAt(0, 1, VALUE)
                .endAt(1, 1, VALUE);
        put(new TaskFunction.Put(new Name("z", Optional.empty(), List.of()))).endAt(0, 1, VALUE);

        assertThat(machine.only(Order.Defined.class)).isEmpty();
    }

    @Test
    void aVariableIsDefinedThoughNobodyWaitsForThePutAnyMore() {
        put(new TaskFunction.Put(new Name("x", Optional.of(X), List.of())));
        machine.scheduler.clientGone(machine.now, Machine.CLIENT);
        machine.take().endAt(0, 1, VALUE);

        assertThat(machine.only(Order.Defined.class))
                .containsExactly(new Order.Defined(Machine.SESSION, new EngineId(0), X));
    }
}
