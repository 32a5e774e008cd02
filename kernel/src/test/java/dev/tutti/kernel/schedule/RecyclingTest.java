package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Machine.range;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskOutcome;
import org.junit.jupiter.api.Test;

/** A fresh process after so many tasks. */
final class RecyclingTest {

    private final Machine machine = recycling(1, 2);

    @Test
    void afterSoManyTasksAFreshProcessIsOrdered() {
        machine.submit(balanced().options(), 1, 2, 3).end(1);
        assertThat(machine.only(Order.Recycle.class)).isEmpty();

        machine.end(2);

        assertThat(machine.only(Order.Recycle.class)).containsExactly(new Order.Recycle(new EngineId(0)));
        assertThat(machine.placed()).containsExactly("1@0", "2@0");
    }

    @Test
    void theNextTasksGoToTheFreshProcess() {
        machine.submit(balanced().options(), 1, 2, 3).end(1).end(2).lose(0).join(0);

        assertThat(machine.placed()).containsExactly("1@0", "2@0", "3@0");
        assertThat(machine.only(Order.Recycle.class)).hasSize(1);
    }

    @Test
    void noMoreIsSentAheadThanItMayRun() {
        machine.submit(balanced().highWater(0).options(), range(1, 10));

        assertThat(machine.placed()).containsExactly("1@0", "2@0");
    }

    @Test
    void anEngineIsNotRecycledWhileItHasSomethingToDo() {
        machine.submit(direct(0), 1, 2, 3).endAt(0, 1, VALUE).endAt(0, 2, VALUE);
        assertThat(machine.only(Order.Recycle.class)).isEmpty();

        machine.endAt(0, 3, VALUE);

        assertThat(machine.only(Order.Recycle.class)).hasSize(1);
    }

    @Test
    void tasksThatNeedTheEngineAreKeptUntilItIsBack() {
        machine.submit(balanced().on(0).options(), 1, 2, 3).end(1).end(2).lose(0);
        assertThat(machine.told(3)).isEmpty();

        assertThat(machine.join(0).end(3).outcome(3)).isEqualTo(VALUE);
    }

    @Test
    void tasksThatNeedAnEngineThatDoesNotComeBackAreImpossible() {
        machine.submit(balanced().on(0).options(), 1, 2, 3)
                .end(1)
                .end(2)
                .lose(0)
                .lose(0);

        assertThat(machine.outcome(3)).isInstanceOf(TaskOutcome.Impossible.class);
    }

    @Test
    void aDirectCallToAnEngineThatIsAwayIsLost() {
        machine.submit(balanced().options(), 1, 2).end(1).end(2).submit(direct(0), 3);

        assertThat(machine.outcome(3)).isEqualTo(new TaskOutcome.Lost("it is being given a fresh process"));
    }

    @Test
    void aTaskThatWaitsForTasksGetsThemBeforeTheEngineIsRecycled() {
        machine.submit(balanced().options(), 1).waits(1, true);
        for (int task = 2; task < 6; task++) {
            machine.submit(balanced().options(), task).end(task);
        }
        assertThat(machine.only(Order.Recycle.class)).isEmpty();

        machine.waits(1, false).end(1);

        assertThat(machine.told()).hasSize(5);
        assertThat(machine.only(Order.Recycle.class)).hasSize(1);
    }

    @Test
    void neverMeansNever() {
        Machine never =
                recycling(1, 0).submit(balanced().options(), 1, 2, 3).end(1).end(2);

        assertThat(never.only(Order.Recycle.class)).isEmpty();
        assertThat(never.placed()).hasSize(3);
    }

    private static Machine recycling(int engines, int after) {
        Machine machine = new Machine(engines);
        machine.scheduler.recycle(after);
        return machine;
    }
}
