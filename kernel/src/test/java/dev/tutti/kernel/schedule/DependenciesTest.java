package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.THROWN;
import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Machine.range;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When and where: tasks that wait for others. */
final class DependenciesTest {

    private final Machine machine = new Machine(4);

    @Test
    void aTaskRunsAfterAllThatItWaitsFor() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().after(1, 2).options(), 3)
                .end(2);
        assertThat(machine.placed()).containsExactly("1@0", "2@1");
        assertThat(machine.scheduler.unplaced()).isEqualTo(1);

        machine.end(1);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "3@2");
        assertThat(machine.scheduler.unplaced()).isZero();
    }

    @Test
    void whatHasEndedBeforeIsRemembered() {
        machine.submit(balanced().options(), 1)
                .end(1)
                .submit(balanced().after(1).options(), 2);

        assertThat(machine.placed()).containsExactly("1@0", "2@1");
    }

    @Test
    void anyOneIsEnough() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().depends(false, false, true, false, 1, 2).options(), 3)
                .end(1, THROWN);
        assertThat(machine.told(3)).isEmpty();

        assertThat(machine.end(2).placed()).last().isEqualTo("3@2");
    }

    @Test
    void anyOneIsEnoughAlsoOfThoseThatHaveEnded() {
        machine.submit(balanced().options(), 1, 2)
                .end(1)
                .submit(balanced().depends(false, false, true, false, 1, 2).options(), 3);

        assertThat(machine.placed()).last().isEqualTo("3@2");
    }

    @Test
    void failureMayBeWhatATaskWaitsFor() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().depends(false, true, false, true, 1).options(), 3)
                .submit(balanced().depends(false, true, false, true, 2).options(), 4)
                .end(1, THROWN)
                .end(2);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "3@2");
        assertThat(machine.outcome(4)).isEqualTo(new TaskOutcome.Impossible("It can never run: task 2 has succeeded."));
    }

    @Test
    void successOrFailureIsAnEnd() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().depends(false, true, true, true, 1, 2).options(), 3)
                .end(1, THROWN)
                .end(2);

        assertThat(machine.placed()).last().isEqualTo("3@2");
    }

    @Test
    void anUnknownTaskIsAnErrorAtOnce() {
        machine.submit(balanced().after(77).options(), 1);

        assertThat(machine.outcome(1))
                .isEqualTo(new TaskOutcome.Impossible("It can never run: task 77 is not known: it was never submitted "
                        + "by this client, or it is not among the last million of its tasks that have ended."));
    }

    @Test
    void anotherClientsTasksAreNotKnown() {
        machine.submit(2, balanced().options(), 1).submit(balanced().after(1).options(), 2);

        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void aTaskCannotWaitForItself() {
        machine.submit(balanced().after(1).options(), 1);

        assertThat(machine.outcome(1)).isEqualTo(new TaskOutcome.Impossible("It can never run: it depends on itself."));
    }

    @Test
    void theUnreachableFailEarlyAndAllBehindThem() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().after(1, 2).options(), 3)
                .submit(balanced().after(3).options(), 4)
                .submit(balanced().depends(false, true, false, true, 4).options(), 5)
                .end(1, THROWN);

        assertThat(machine.outcome(3)).isEqualTo(new TaskOutcome.Impossible("It can never run: task 1 has failed."));
        assertThat(machine.outcome(4)).isEqualTo(new TaskOutcome.Impossible("It can never run: task 3 has failed."));
        assertThat(machine.placed()).as("the clean-up runs").last().isEqualTo("5@2");
        assertThat(machine.told(2)).as("the other is still at it").isEmpty();
    }

    @Test
    void whenNoneOfTheAlternativesIsLeftATaskFails() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().depends(false, false, true, false, 1, 2).options(), 3)
                .end(1, THROWN)
                .end(2, THROWN);

        assertThat(machine.outcome(3))
                .isEqualTo(new TaskOutcome.Impossible(
                        "It can never run: none of the 2 tasks of which it needs one has succeeded."));
    }

    @Test
    void cancellingFailsThoseThatWait() {
        machine.submit(balanced().options(), 1)
                .submit(balanced().after(1).options(), 2)
                .submit(balanced().after(2).options(), 3)
                .cancel(false, 2);

        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.Cancelled.class);
        assertThat(machine.outcome(3)).isInstanceOf(TaskOutcome.Impossible.class);
        assertThat(machine.end(1).placed()).containsExactly("1@0");
    }

    @Test
    void aRetryThatSucceedsIsASuccess() {
        machine.submit(balanced().retries(1).options(), 1)
                .submit(balanced().after(1).options(), 2)
                .end(1, THROWN);
        assertThat(machine.told()).isEmpty();

        assertThat(machine.end(1).placed()).containsExactly("1@0", "1@1", "2@2");
    }

    @Test
    void aTaskFollowsToWhereTheOtherRan() {
        machine.submit(balanced().options(), 1, 2, 3)
                .submit(balanced().follow(2).options(), 4, 5)
                .end(2)
                .end(4);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "3@2", "4@1", "5@1");
    }

    @Test
    void followingAllOnDifferentEnginesIsImpossible() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().follow(1, 2).options(), 3)
                .end(1)
                .end(2);

        assertThat(machine.outcome(3))
                .isEqualTo(new TaskOutcome.Impossible(
                        "It can never run: the tasks that it is to follow ran on different engines (0-1)."));
    }

    @Test
    void followingAnyRunsWhereOneRan() {
        machine.submit(balanced().on(2).options(), 1, 2)
                .submit(balanced().depends(true, false, true, false, 1, 2).options(), 3)
                .end(1);

        assertThat(machine.end(2).placed()).last().isEqualTo("3@2");
    }

    @Test
    void whenAndWhereGoTogether() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().after(1).follow(2).options(), 3)
                .end(2);
        assertThat(machine.placed()).hasSize(2);

        assertThat(machine.end(1).placed()).last().isEqualTo("3@1");
    }

    @Test
    void followingToAnEngineThatIsGoneIsImpossible() {
        machine.submit(balanced().options(), 1)
                .end(1)
                .lose(0)
                .submit(balanced().follow(1).options(), 2);

        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void followingWhereItMayNotRunIsImpossible() {
        machine.submit(balanced().on(0).options(), 1)
                .end(1)
                .submit(balanced().on(1).follow(1).options(), 2);

        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void whatNeverRanCannotBeFollowed() {
        machine.submit(balanced().after(9).options(), 1)
                .submit(balanced().depends(true, true, true, true, 1).options(), 2);

        assertThat(machine.outcome(2))
                .isEqualTo(new TaskOutcome.Impossible(
                        "It can never run: task 1, which it is to follow, did not run on any one engine."));
    }

    @Test
    void directTasksCanBeWaitedForAndFollowed() {
        machine.submit(direct(0, 1), 1)
                .submit(direct(3), 2)
                .submit(balanced().after(1).options(), 3)
                .submit(balanced().follow(2).options(), 4)
                .endAt(0, 1, VALUE)
                .endAt(3, 2, VALUE);
        assertThat(machine.placed()).containsExactly("1@0", "1@1", "2@3", "4@3");

        assertThat(machine.endAt(1, 1, VALUE).placed()).last().asString().startsWith("3@");
    }

    @Test
    void aDirectTaskThatFailsAtOneTargetHasFailed() {
        machine.submit(direct(0, 1), 1)
                .submit(balanced().after(1).options(), 2)
                .endAt(0, 1, THROWN)
                .endAt(1, 1, VALUE);

        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void noTasksToWaitForAreMet() {
        machine.submit(balanced().after().options(), 1);

        assertThat(machine.placed()).containsExactly("1@0");
    }

    @Test
    void aLongChainFallsWithoutRecursion() {
        machine.submit(balanced().options(), 1);
        for (long task : range(2, 50_000)) {
            machine.scheduler.submitted(
                    machine.now,
                    1,
                    Machine.SESSION,
                    new TaskMessage.Submit(
                            List.of(Machine.FUNCTION),
                            List.of(balanced().after(task - 1).options()),
                            List.of(Machine.spec(task))));
        }

        machine.end(1, THROWN);

        assertThat(machine.told()).hasSize(49_999);
        assertThat(machine.scheduler.unplaced()).isZero();
    }
}
