package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.STARTED;
import static dev.tutti.kernel.schedule.Machine.STOPPED;
import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits of time, while waiting and while running. */
final class LimitsTest {

    private static final TaskOutcome RAN_LONG =
            new TaskOutcome.TimedOut(true, "It ran for longer than its limit of 200 ms.");

    private final Machine machine = new Machine(2);

    @Test
    void whoFindsNoEngineInTimeIsToldSo() {
        machine.submit(balanced().options(), 1, 2)
                .submit(balanced().waiting(200).options(), 3);
        machine.after(Duration.ofMillis(199));
        assertThat(machine.told()).isEmpty();

        machine.after(Duration.ofMillis(1));

        assertThat(machine.outcome(3))
                .isEqualTo(new TaskOutcome.TimedOut(false, "It found no engine within its limit of 200 ms."));
        assertThat(machine.told(3).getFirst().engine()).isEmpty();
    }

    @Test
    void waitingForOtherTasksIsWaiting() {
        machine.submit(balanced().options(), 1)
                .submit(balanced().after(1).waiting(200).options(), 2);
        machine.after(Duration.ofMillis(200));

        assertThat(machine.outcome(2)).isInstanceOf(TaskOutcome.TimedOut.class);
        assertThat(machine.end(1).placed()).containsExactly("1@0");
    }

    @Test
    void whoHasAnEngineDoesNotWait() {
        machine.submit(balanced().waiting(200).options(), 1).after(Duration.ofSeconds(9));

        assertThat(machine.told()).isEmpty();
        assertThat(machine.scheduler.nextAlarm()).isEmpty();
    }

    @Test
    void whoRunsForTooLongIsStopped() {
        machine.submit(balanced().running(200).options(), 1).after(Duration.ofMillis(199));
        assertThat(machine.only(Order.Stop.class)).isEmpty();

        machine.after(Duration.ofMillis(1));

        assertThat(machine.only(Order.Stop.class)).extracting(Order.Stop::run).containsExactly(machine.run(1));
        assertThat(machine.told()).isEmpty();
        assertThat(machine.end(1, STOPPED).outcome(1)).isEqualTo(RAN_LONG);
        assertThat(machine.scheduler.nextAlarm()).isEmpty();
    }

    @Test
    void aValueThatComesWhileItIsStoppedCounts() {
        machine.submit(balanced().running(200).options(), 1)
                .after(Duration.ofMillis(200))
                .end(1, VALUE);

        assertThat(machine.outcome(1)).isEqualTo(VALUE);
    }

    @Test
    void whoRanForTooLongMayBeTriedElsewhere() {
        machine.submit(balanced().running(200).retries(1).options(), 1)
                .after(Duration.ofMillis(200))
                .end(1, STOPPED);
        assertThat(machine.placed()).containsExactly("1@0", "1@1");

        machine.after(Duration.ofMillis(200)).end(1, STOPPED);

        assertThat(machine.outcome(1)).isEqualTo(RAN_LONG);
    }

    @Test
    void theLimitHoldsForDirectTasksToo() {
        machine.submit(new Options().on(0, 1).running(200).direct(), 1)
                .endAt(1, 1, VALUE)
                .after(Duration.ofMillis(200));

        assertThat(machine.only(Order.Stop.class)).hasSize(1);
        assertThat(machine.silence().endAt(0, 1, STOPPED).outcome(1)).isEqualTo(RAN_LONG);
    }

    @Test
    void timeInTheEnginesQueueIsNotRunningTime() {
        machine.submit(direct(0), 1)
                .submit(new Options().on(0).running(200).direct(), 2)
                .after(Duration.ofSeconds(9));
        assertThat(machine.only(Order.Stop.class)).isEmpty();

        machine.endAt(0, 1, VALUE).after(Duration.ofMillis(200));

        assertThat(machine.only(Order.Stop.class)).extracting(Order.Stop::run).containsExactly(machine.run(2));
    }

    @Test
    void aDirectTaskThatDidNotEvenBeginInTimeIsToldSo() {
        machine.submit(new Options().on(0).running(200).direct(), 1)
                .after(Duration.ofMillis(200))
                .giveBack(1);

        assertThat(machine.outcome(1))
                .isEqualTo(new TaskOutcome.TimedOut(
                        false, "It was not begun: engine 0 was at something else for as long as it may run."));
    }

    @Test
    void aBalancedTaskThatDidNotEvenBeginInTimeGoesElsewhere() {
        machine.submit(balanced().running(200).options(), 1)
                .after(Duration.ofMillis(200))
                .giveBack(1);

        assertThat(machine.placed()).containsExactly("1@0", "1@1");
    }

    @Test
    void whoDoesNotStopIsGivenUpAndItsEngineStaysBusy() {
        machine.submit(balanced().on(0).running(200).options(), 1, 2);
        RequestId run = machine.run(1);
        machine.after(Duration.ofMillis(5199));
        assertThat(machine.told()).isEmpty();

        machine.after(Duration.ofMillis(1));

        assertThat(machine.outcome(1))
                .isEqualTo(new TaskOutcome.TimedOut(
                        true,
                        "It ran for longer than its limit of 200 ms. It was told to stop 5.0 s ago, but has not; "
                                + "engine 0 gets no other tasks before it ends."));
        assertThat(machine.scheduler.owner(run)).isEmpty();
        assertThat(machine.placed()).containsExactly("1@0");

        machine.ended(0, new RunEnd(run, VALUE, STARTED, 1, 1));

        assertThat(machine.told(1)).hasSize(1);
        assertThat(machine.placed()).containsExactly("1@0", "2@0");
    }

    @Test
    void anEngineThatIsLostWhileItStopsATaskHasTimedItOut() {
        machine.submit(balanced().running(200).options(), 1)
                .after(Duration.ofMillis(200))
                .lose(0);

        assertThat(machine.outcome(1)).isEqualTo(RAN_LONG);
    }

    @Test
    void endlessLimitsAreNoLimits() {
        machine.submit(
                new TaskOptions(
                        List.of(),
                        balanced().waiting(Long.MAX_VALUE).options().balance(),
                        false,
                        Optional.of(Duration.ofSeconds(Long.MAX_VALUE)),
                        ""),
                1);

        assertThat(machine.end(1).outcome(1)).isEqualTo(VALUE);
    }
}
