package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.STOPPED;
import static dev.tutti.kernel.schedule.Machine.THROWN;
import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Machine.range;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no longer wanted. */
final class CancellingTest {

    private static final TaskOutcome CANCELLED = new TaskOutcome.Cancelled();

    private final Machine machine = new Machine(1);

    @Test
    void aTaskThatWaitsIsCancelledAtOnce() {
        machine.submit(balanced().options(), 1, 2, 3).cancel(false, 2);

        assertThat(machine.outcome(2)).isEqualTo(CANCELLED);
        assertThat(machine.end(1).placed()).containsExactly("1@0", "3@0");
    }

    @Test
    void cancellingTwiceOrTheUnknownOrTheEndedDoesNothing() {
        machine.submit(balanced().options(), 1, 2).end(1).cancel(true, 2).silence();
        machine.cancel(true, 2, 1, 99).cancel(false, 2);
        machine.scheduler.cancelled(machine.now, 77, new TaskMessage.Cancel(Machine.ids(2), true));
        machine.take();

        assertThat(machine.told()).isEmpty();
        assertThat(machine.only(Order.Stop.class)).isEmpty();
    }

    @Test
    void aRunningTaskIsStoppedIfThatIsAskedFor() {
        machine.submit(balanced().retries(3).options(), 1).cancel(true, 1);
        assertThat(machine.only(Order.Stop.class))
                .containsExactly(
                        new Order.Stop(machine.sends().getFirst().engines().getFirst(), machine.run(1)));

        assertThat(machine.end(1, STOPPED).outcome(1)).isEqualTo(STOPPED);
    }

    @Test
    void aTaskThatDoesNotStopCostsItsEngineTheProcessIfThatIsAskedFor() {
        machine.submit(balanced().retries(3).options(), 1).cancelForcibly(Duration.ofSeconds(2), 1);
        assertThat(machine.only(Order.Stop.class)).hasSize(1);
        assertThat(machine.only(Order.Recycle.class)).isEmpty();

        machine.after(Duration.ofSeconds(2));

        assertThat(machine.only(Order.Recycle.class)).containsExactly(new Order.Recycle(new EngineId(0)));
        assertThat(machine.lose(0).outcome(1)).isEqualTo(STOPPED);
    }

    @Test
    void aTaskThatStopsInTimeLeavesItsEngineAlone() {
        machine.submit(direct(0), 1)
                .cancelForcibly(Duration.ofSeconds(2), 1)
                .endAt(0, 1, STOPPED)
                .after(Duration.ofSeconds(2));

        assertThat(machine.only(Order.Recycle.class)).isEmpty();
    }

    @Test
    void aTaskInTheEnginesQueueIsTakenBackAndOneThatHasBegunGoesOn() {
        machine.submit(balanced().highWater(2).options(), 1, 2).cancel(false, 1, 2);

        assertThat(machine.only(Order.Stop.class)).isEmpty();
        assertThat(machine.only(Order.Recall.class))
                .extracting(Order.Recall::runs)
                .containsExactly(List.of(machine.run(1), machine.run(2)));
        assertThat(machine.giveBack(2).outcome(2)).isEqualTo(CANCELLED);
        assertThat(machine.end(1).outcome(1)).isEqualTo(VALUE);
    }

    @Test
    void aTaskThatWasStoppedBeforeItBeganIsCancelled() {
        machine.submit(direct(0), 1, 2).cancel(true, 2).giveBack(2);

        assertThat(machine.outcome(2)).isEqualTo(CANCELLED);
    }

    @Test
    void aDirectTaskIsCancelledWhereItHasNotEnded() {
        machine.join(1).submit(direct(0, 1), 1).endAt(0, 1, VALUE).cancel(true, 1);

        assertThat(machine.only(Order.Stop.class)).hasSize(1);
        assertThat(machine.silence().endAt(1, 1, STOPPED).outcome(1)).isEqualTo(STOPPED);
    }

    @Test
    void aCancelledTaskIsNotTriedAgain() {
        machine.join(1)
                .submit(balanced().retries(3).options(), 1)
                .cancel(false, 1)
                .end(1, THROWN);

        assertThat(machine.outcome(1)).isEqualTo(THROWN);
        assertThat(machine.placed()).containsExactly("1@0");
    }

    @Test
    void aCancelledTaskWhoseEngineIsLostIsLost() {
        machine.join(1)
                .submit(balanced().retries(3).options(), 1)
                .cancel(true, 1)
                .lose(0);

        assertThat(machine.outcome(1)).isInstanceOf(TaskOutcome.Lost.class);
    }

    @Test
    void aTaskThatWaitsToBeTriedAgainIsCancelled() {
        machine.submit(balanced().retries(3).waiting(1000).options(), 1)
                .end(1, THROWN)
                .cancel(false, 1);

        assertThat(machine.outcome(1)).isEqualTo(CANCELLED);
        assertThat(machine.scheduler.nextAlarm()).isEmpty();
    }

    @Test
    void aMillionCancelledTasksLeaveNothingBehind() {
        long[] tasks = range(1, 100_000);
        machine.submit(balanced().waiting(60_000).options(), tasks)
                .cancel(true, tasks)
                .end(1, STOPPED);

        assertThat(machine.told()).hasSize(tasks.length);
        assertThat(machine.scheduler.unplaced()).isZero();
        assertThat(machine.scheduler.nextAlarm()).isEmpty();
    }

    @Test
    void ofAClientThatIsGoneNothingIsLeft() {
        machine.submit(balanced().highWater(2).waiting(50).running(50).options(), 1, 2, 3)
                .submit(balanced().after(3).options(), 4)
                .submit(direct(0), 5);
        List<RequestId> runs = List.of(machine.run(1), machine.run(2), machine.run(5));
        machine.scheduler.clientGone(machine.now, 1);
        machine.take();

        assertThat(machine.only(Order.Stop.class))
                .extracting(Order.Stop::run)
                .containsExactlyInAnyOrderElementsOf(runs);
        assertThat(machine.scheduler.unplaced()).isZero();
        assertThat(machine.scheduler.owner(runs.getFirst())).isEmpty();
        assertThat(machine.scheduler.nextAlarm()).isEmpty();

        runs.forEach(run -> machine.ended(0, new RunEnd(run, STOPPED, 0, 0, 0)));

        assertThat(machine.told()).isEmpty();
        assertThat(machine.scheduler.loads().getFirst().running()).isZero();
    }

    @Test
    void whatAClientThatIsGoneStillRunsKeepsTheEngineBusy() {
        machine.submit(balanced().options(), 1);
        RequestId run = machine.run(1);
        machine.scheduler.clientGone(machine.now, 1);
        machine.submit(2, balanced().options(), 1);
        assertThat(machine.sends()).hasSize(1);

        machine.ended(0, new RunEnd(run, STOPPED, Machine.STARTED, 0, 0));

        assertThat(machine.sends()).hasSize(2);
    }
}
