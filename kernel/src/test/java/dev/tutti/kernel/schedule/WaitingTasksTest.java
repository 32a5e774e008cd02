package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Options.balanced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineLoad;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tasks that submit tasks and wait for them. */
final class WaitingTasksTest {

    private final Machine machine = new Machine(1);

    @Test
    void aTaskThatWaitsLeavesItsEngineToOthers() {
        machine.submit(balanced().options(), 1, 2);
        assertThat(machine.placed()).containsExactly("1@0");

        machine.waits(1, true);

        assertThat(machine.placed()).containsExactly("1@0", "2@0");
    }

    @Test
    void aTaskThatGoesOnTakesItsPlaceAgain() {
        machine.submit(balanced().options(), 1, 2, 3).waits(1, true).end(2).waits(1, false);
        machine.end(3).submit(balanced().options(), 4);
        assertThat(machine.placed()).as("1 is at work").doesNotContain("4@0");

        assertThat(machine.end(1).placed()).last().isEqualTo("4@0");
    }

    @Test
    void onOneEngineFiftyTasksMayWaitForEachOther() {
        for (TaskKind kind : TaskKind.values()) {
            Machine one = new Machine(1);
            for (int depth = 1; depth < 50; depth++) {
                one.submit(kind.options(), depth).waits(depth, true);
            }
            one.submit(kind.options(), 50).end(50);
            for (int depth = 49; depth >= 1; depth--) {
                one.waits(depth, false).end(depth);
            }

            assertThat(one.told())
                    .as(kind.toString())
                    .hasSize(50)
                    .allSatisfy(end -> assertThat(end.outcome()).isEqualTo(VALUE));
        }
    }

    @Test
    void aPoolFullOfWaitingTasksStillMoves() {
        Machine four = new Machine(4).submit(balanced().options(), Machine.range(1, 5));
        for (int task = 1; task < 5; task++) {
            four.waits(task, true);
        }

        four.submit(2, balanced().options(), Machine.range(11, 15));

        assertThat(four.placed()).hasSize(8);
    }

    @Test
    void timeSpentWaitingIsRunningTime() {
        machine.submit(balanced().running(200).options(), 1).waits(1, true).after(Duration.ofMillis(200));

        assertThat(machine.only(Order.Stop.class)).hasSize(1);
    }

    @Test
    void whoHasBegunBecauseAnotherWaitedMayHaveToWaitItself() {
        machine.submit(balanced().highWater(2).running(200).options(), 1, 2)
                .waits(1, true)
                .after(Duration.ofMillis(100))
                .waits(1, false)
                .after(Duration.ofMillis(150));

        assertThat(machine.only(Order.Stop.class)).extracting(Order.Stop::run).containsExactly(machine.run(1));
    }

    @Test
    void waitingTasksCountAsRunning() {
        machine.submit(balanced().highWater(2).options(), 1, 2, 3).waits(1, true);

        assertThat(machine.scheduler.loads().getFirst())
                .extracting(EngineLoad::running, EngineLoad::queued)
                .containsExactly(2, 1);
    }

    @Test
    void whatIsNotKnownDoesNotWait() {
        machine.submit(balanced().options(), 1)
                .waits(1, true)
                .waits(1, true)
                .end(1)
                .waits(1, true);

        assertThat(machine.submit(balanced().options(), 2, 3).placed()).containsExactly("1@0", "2@0");
    }

    /** Under a high-water mark, and under none. */
    private enum TaskKind {
        MARKED,
        AUTOMATIC;

        dev.tutti.engine.wire.TaskOptions options() {
            return this == MARKED
                    ? balanced().options()
                    : balanced().automatic().options();
        }
    }
}
