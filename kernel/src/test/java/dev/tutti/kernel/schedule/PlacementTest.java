package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.range;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskPolicy;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who gets what, and when. */
final class PlacementTest {

    private final Machine machine = new Machine(2);

    @Test
    void firstComeFirstServed() {
        machine.submit(balanced().options(), 1, 2, 3, 4).end(2).end(1);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "3@1", "4@0");
    }

    @Test
    void theHigherPriorityIsPlacedFirst() {
        machine.submit(balanced().options(), 1, 2, 3)
                .submit(balanced().priority(5).options(), 4)
                .submit(balanced().priority(-5).options(), 5)
                .submit(balanced().priority(5).options(), 6);
        machine.end(1).end(2).end(4).end(6).end(3);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "4@0", "6@1", "3@0", "5@1");
    }

    @Test
    void clientsTakeTurnsHoweverMuchOneWants() {
        machine.submit(1, balanced().options(), range(1, 1000));
        machine.submit(2, balanced().options(), 5001, 5002);
        machine.submit(3, balanced().options(), 7001);
        for (int i = 0; i < 5; i++) {
            String last = machine.placed().get(machine.placed().size() - 2);
            machine.end(Long.parseLong(last.substring(0, last.indexOf('@'))));
        }

        assertThat(machine.placed())
                .extracting(text -> text.substring(0, text.indexOf('@')))
                .containsExactly("1", "2", "7001", "5001", "3", "5002", "4");
    }

    @Test
    void aTaskRunsOnItsTargetsOnly() {
        machine.submit(balanced().on(1).options(), 1, 2).submit(balanced().options(), 3);

        assertThat(machine.placed()).containsExactly("1@1", "3@0");
        assertThat(machine.end(1).placed()).last().isEqualTo("2@1");
    }

    @Test
    void localGetsBalancedTasksOnlyIfItIsNamed() {
        machine.join(-1)
                .submit(balanced().options(), 1, 2, 3)
                .submit(balanced().on(-1).options(), 4);

        assertThat(machine.placed()).containsExactly("1@0", "2@1", "4@local");
    }

    @Test
    void aTaskWhoseTargetsAreGoneIsImpossible() {
        machine.submit(balanced().on(5, 6).options(), 1);

        assertThat(machine.outcome(1))
                .isEqualTo(new TaskOutcome.Impossible(
                        "It may only run on engines 5-6, and there is none such that can take it."));
    }

    @Test
    void aTaskThatWaitsForALostTargetIsImpossible() {
        machine.submit(balanced().on(1).options(), 1, 2).lose(1);

        assertThat(machine.outcome(1)).isInstanceOf(TaskOutcome.Lost.class);
        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void aTaskRunsWhereItsResourcesAre() {
        machine.submit(balanced().resources("gpu").options(), 1)
                .submit(balanced().options(), 2);
        assertThat(machine.placed()).containsExactly("2@0");

        machine.join(2, "gpu", "big").join(3, "big");

        assertThat(machine.placed()).containsExactly("2@0", "1@2");
        assertThat(machine.told()).isEmpty();
    }

    @Test
    void withoutEnginesTasksWait() {
        Machine empty = new Machine(0).submit(balanced().options(), 1, 2);
        assertThat(empty.scheduler.unplaced()).isEqualTo(2);

        empty.join(0);

        assertThat(empty.placed()).containsExactly("1@0");
        assertThat(empty.scheduler.unplaced()).isEqualTo(1);
    }

    @Test
    void aHighWaterMarkIsTheMostThatAnEngineHas() {
        machine.submit(balanced().highWater(3).options(), range(1, 20));

        assertThat(machine.placed()).hasSize(6);
        assertThat(machine.end(1).placed()).hasSize(7);
    }

    @Test
    void aHighWaterMarkOfZeroIsNone() {
        machine.submit(balanced().highWater(0).options(), range(1, 1001));

        assertThat(machine.placed()).hasSize(1000);
    }

    @Test
    void whatOneRoundGivesAnEngineIsOneFrame() {
        machine.submit(balanced().highWater(0).options(), range(1, 1001));

        assertThat(machine.sends()).hasSize(2);
        assertThat(machine.sends().getFirst().run().runs()).hasSize(500);
        assertThat(machine.sends().getFirst().run().functions()).hasSize(1);
        assertThat(machine.sends().getFirst().run().targets()).isEmpty();
    }

    @Test
    void theLeastLoadedGetsTheTask() {
        machine.submit(direct(0), 1, 2).submit(balanced().highWater(9).options(), 3, 4, 5, 6);

        assertThat(machine.placed()).containsExactlyInAnyOrder("1@0", "2@0", "3@1", "4@1", "5@0", "6@1");
    }

    @Test
    void amongEqualsItIsTheOneThatHasWaitedLongest() {
        machine.submit(balanced().options(), 1, 2)
                .end(2)
                .end(1)
                .submit(balanced().options(), 3);

        assertThat(machine.placed()).last().isEqualTo("3@0");
    }

    @Test
    void roundRobinGoesOnHoweverLoadedTheNextOneIs() {
        machine.submit(direct(0), 1, 2);
        machine.submit(balanced().policy(TaskPolicy.ROUND_ROBIN).highWater(9).options(), 3, 4, 5, 6);

        assertThat(machine.placed()).containsExactlyInAnyOrder("1@0", "2@0", "3@0", "4@1", "5@0", "6@1");
    }

    @Test
    void randomIsEven() {
        machine.submit(balanced().policy(TaskPolicy.RANDOM).highWater(0).options(), range(1, 1001));

        assertThat(share()).allSatisfy((_, tasks) -> assertThat(tasks).isBetween(430L, 570L));
    }

    @Test
    void weightedPrefersTheLessLoaded() {
        machine.submit(direct(0), range(1, 301));
        machine.submit(balanced().policy(TaskPolicy.WEIGHTED).highWater(0).options(), range(1001, 1101));

        assertThat(share().get("1")).isGreaterThan(65);
    }

    @Test
    void aTaskThatFindsNoEngineHoldsNoOtherUp() {
        machine.submit(balanced().on(0).options(), range(1, 10))
                .submit(balanced().options(), 100);

        assertThat(machine.placed()).containsExactly("1@0", "100@1");
    }

    @Test
    void aNumberThatIsInUseIsNotTakenTwice() {
        machine.submit(balanced().options(), 1).submit(balanced().options(), 1).end(1);

        assertThat(machine.placed()).containsExactly("1@0");
        assertThat(machine.told()).hasSize(1);
    }

    private Map<String, Long> share() {
        return machine.placed().stream()
                .collect(Collectors.groupingBy(text -> text.substring(text.indexOf('@') + 1), Collectors.counting()));
    }
}
