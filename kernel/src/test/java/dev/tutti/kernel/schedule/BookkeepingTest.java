package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.THROWN;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskId;
import org.junit.jupiter.api.Test;

/** What the scheduler tells of itself, and what it keeps. */
final class BookkeepingTest {

    private final Machine machine = new Machine(2);

    @Test
    void loadsTellWhatEnginesHaveToDoAndHaveDone() {
        machine.join(-1)
                .submit(direct(0), 1, 2, 3)
                .endAt(0, 1, Machine.VALUE)
                .submit(direct(1), 4)
                .endAt(1, 4, THROWN);

        assertThat(machine.scheduler.loads())
                .containsExactly(
                        new EngineLoad(new EngineId(0), 1, 1, 1, 0, 1_000_000),
                        new EngineLoad(new EngineId(1), 0, 0, 0, 1, 1_000_000));
    }

    @Test
    void whatNeverBeganIsNotCounted() {
        machine.submit(direct(0), 1, 2).cancel(true, 2).giveBack(2);

        assertThat(machine.scheduler.loads().getFirst()).isEqualTo(new EngineLoad(new EngineId(0), 0, 1, 0, 0, 0));
    }

    @Test
    void aRunHasAnOwnerUntilItEnds() {
        machine.submit(3, direct(0, 1), 7);
        RequestId run = machine.run(7);
        assertThat(machine.scheduler.owner(run)).contains(new TaskScheduler.Owner(3, new TaskId(7)));

        machine.endAt(0, 7, Machine.VALUE);
        assertThat(machine.scheduler.owner(run)).as("the other target is at it").isPresent();

        machine.endAt(1, 7, Machine.VALUE);
        assertThat(machine.scheduler.owner(run)).isEmpty();
    }

    @Test
    void eachClientIsToldOfItsOwnTasksInOneMessage() {
        machine.submit(1, direct(0), 1, 2).submit(2, direct(0), 1);
        machine.scheduler.engineLost(machine.now, new EngineId(0), "killed");
        machine.take();

        assertThat(machine.only(Order.Tell.class))
                .extracting(Order.Tell::client, tell -> tell.ends().size())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(1L, 2), org.assertj.core.api.Assertions.tuple(2L, 1));
    }

    @Test
    void anEngineThatJoinsTwiceHasBeenLost() {
        machine.submit(direct(0), 1).join(0).submit(balanced().options(), 2, 3);

        assertThat(machine.told(1)).hasSize(1);
        assertThat(machine.placed()).contains("2@0", "3@1");
    }

    @Test
    void theLossOfAnUnknownEngineIsNothing() {
        machine.lose(9);

        assertThat(machine.told()).isEmpty();
    }

    @Test
    void withoutTasksThereIsNothingToDoAndNothingToWaitFor() {
        assertThat(machine.orders).isEmpty();
        assertThat(machine.scheduler.nextAlarm()).isEmpty();
        assertThat(machine.scheduler.unplaced()).isZero();
    }
}
