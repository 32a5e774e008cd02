package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.STOPPED;
import static dev.tutti.kernel.schedule.Machine.THROWN;
import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Options.balanced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Again, but elsewhere. */
final class RetriesTest {

    private static final TaskOutcome UNMET = new TaskOutcome.Unmet("no data there");
    private static final TaskOutcome REFUSED = new TaskOutcome.Refused("no such class");

    private final Machine machine = new Machine(3);

    @Test
    void withoutRetriesAFailureIsTheEnd() {
        machine.submit(balanced().options(), 1).end(1, THROWN);

        assertThat(machine.outcome(1)).isEqualTo(THROWN);
    }

    @Test
    void aFailedTaskIsRunAgainOnAnEngineThatHasNotTriedIt() {
        machine.submit(balanced().retries(5).options(), 1).end(1, THROWN).end(1, REFUSED);
        assertThat(machine.placed()).containsExactly("1@0", "1@1", "1@2");
        assertThat(machine.told()).isEmpty();

        machine.end(1);

        assertThat(machine.outcome(1)).isEqualTo(VALUE);
        assertThat(machine.told(1).getFirst().engine().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void retriesAreCounted() {
        machine.submit(balanced().retries(1).options(), 1).end(1, REFUSED).end(1, THROWN);

        assertThat(machine.placed()).containsExactly("1@0", "1@1");
        assertThat(machine.outcome(1)).isEqualTo(THROWN);
    }

    @Test
    void whenAllHaveTriedTheLastFailureIsTheEnd() {
        machine.submit(balanced().retries(9).options(), 1)
                .end(1, REFUSED)
                .end(1, REFUSED)
                .end(1, THROWN);

        assertThat(machine.outcome(1)).isEqualTo(THROWN);
        assertThat(machine.told(1).getFirst().engine().orElseThrow().number()).isEqualTo(2);
        assertThat(machine.told(1).getFirst().startedMillis()).isEqualTo(Machine.STARTED);
    }

    @Test
    void whenAllHaveTriedATaskThatMayWaitWaitsForANewEngine() {
        machine.submit(balanced().retries(9).waiting(1000).options(), 1);
        machine.end(1, THROWN).end(1, THROWN).end(1, THROWN);
        assertThat(machine.told()).isEmpty();

        machine.join(3);

        assertThat(machine.placed()).last().isEqualTo("1@3");
        assertThat(machine.end(1).outcome(1)).isEqualTo(VALUE);
    }

    @Test
    void whoWaitsForANewEngineWaitsNoLongerThanItMay() {
        Machine one = new Machine(1).submit(balanced().retries(9).waiting(1000).options(), 1);
        one.after(Duration.ofSeconds(5)).end(1, THROWN).after(Duration.ofMillis(999));
        assertThat(one.told()).isEmpty();

        one.after(Duration.ofMillis(1));

        assertThat(one.outcome(1))
                .isEqualTo(new TaskOutcome.TimedOut(
                        false,
                        "It found no engine within its limit of 1.0 s. It has failed before on engine 0, and is not "
                                + "tried twice on the same engine."));
    }

    @Test
    void aRestartedEngineIsANewOne() {
        machine.submit(balanced().on(0).retries(1).waiting(1000).options(), 1).end(1, THROWN);
        machine.lose(0);
        assertThat(machine.told()).isEmpty();

        machine.join(0);

        assertThat(machine.placed()).containsExactly("1@0", "1@0");
    }

    @Test
    void aLostEnginesTasksAreRunElsewhere() {
        machine.submit(balanced().retries(1).options(), 1)
                .submit(balanced().options(), 2)
                .lose(0)
                .lose(1);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "1@2");
        assertThat(machine.outcome(2)).isEqualTo(new TaskOutcome.Lost("exit code 7"));
    }

    @Test
    void aTaskWhoseLastUntriedEngineIsLostEndsWithItsFailure() {
        machine.submit(balanced().options(), 1, 2, 3)
                .submit(balanced().on(0, 1).retries(1).options(), 4);
        machine.end(1).end(4, THROWN);
        assertThat(machine.told(4)).isEmpty();

        machine.lose(1);

        assertThat(machine.outcome(4)).isEqualTo(THROWN);
    }

    @Test
    void aStopByTheUserIsNotTriedAgain() {
        machine.submit(balanced().retries(5).options(), 1).end(1, STOPPED);

        assertThat(machine.outcome(1)).isEqualTo(STOPPED);
    }

    @Test
    void whereThePredicateDoesNotHoldTheTaskIsNotAskedAgain() {
        machine.submit(balanced().predicate(0).options(), 1).end(1, UNMET).end(1, UNMET);
        assertThat(machine.placed()).containsExactly("1@0", "1@1", "1@2");

        assertThat(machine.end(1).outcome(1)).isEqualTo(VALUE);
    }

    @Test
    void whereThePredicateHoldsNowhereTheTaskIsImpossible() {
        machine.submit(balanced().predicate(0).waiting(1000).options(), 1)
                .end(1, UNMET)
                .end(1, UNMET)
                .end(1, UNMET);

        assertThat(machine.outcome(1))
                .isEqualTo(new TaskOutcome.Impossible(
                        "No engine that it may run on takes it. It was tried on engines 0-2, at last: no data there."));
    }

    @Test
    void anUnmetPredicateCostsNoRetry() {
        machine.submit(balanced().predicate(0).retries(1).options(), 1)
                .end(1, UNMET)
                .end(1, THROWN)
                .end(1);

        assertThat(machine.outcome(1)).isEqualTo(VALUE);
    }

    @Test
    void aPredicateTravelsWithItsTask() {
        machine.submit(
                1,
                new TaskMessage.Submit(
                        List.of(Machine.function("f"), Machine.function("p")),
                        List.of(balanced().predicate(1).options()),
                        List.of(Machine.spec(1))));

        TaskMessage.Run run = machine.sends().getFirst().run();
        assertThat(run.functions()).containsExactly(Machine.function("f"), Machine.function("p"));
        assertThat(run.runs().getFirst().predicate()).isEqualTo(OptionalInt.of(1));
    }
}
