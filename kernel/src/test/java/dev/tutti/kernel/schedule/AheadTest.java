package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Machine.range;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How much engines get ahead where no high-water mark is set, and when it is taken back. */
final class AheadTest {

    private static final Duration LATE = Duration.ofNanos(AheadLimit.LATE_NANOS);

    private final Machine machine = new Machine(1);

    @Test
    void nothingIsKnownAtFirstSoTwoAreSent() {
        machine.submit(balanced().automatic().options(), range(1, 1000));

        assertThat(machine.placed()).containsExactly("1@0", "2@0");
    }

    @Test
    void ofShortTasksAsManyAreAheadAsTakeTwoMilliseconds() {
        machine.submit(balanced().automatic().options(), range(1, 1000)).endAfter(1, Duration.ofNanos(20_000));

        // One that was sent when nothing was known counts for 1 ms.
        assertThat(machine.placed()).hasSize(2 + 50);
        assertThat(machine.endAfter(2, Duration.ofNanos(20_000)).placed()).hasSize(2 + 100);
    }

    @Test
    void thereAreNeverMoreThanSoMany() {
        machine.submit(balanced().automatic().options(), range(1, 1000))
                .endAfter(1, Duration.ofNanos(10))
                .endAfter(2, Duration.ofNanos(10));

        assertThat(machine.placed()).hasSize(2 + AheadLimit.TASKS);
    }

    @Test
    void ofLongTasksNoneIsAhead() {
        machine.submit(balanced().automatic().options(), range(1, 1000))
                .endAfter(1, Duration.ofMillis(20))
                .endAfter(2, Duration.ofMillis(20));
        assertThat(machine.placed()).hasSize(3);

        assertThat(machine.endAfter(3, Duration.ofMillis(20)).placed()).hasSize(4);
    }

    @Test
    void aColdStartIsForgottenSoon() {
        machine.submit(balanced().automatic().options(), range(1, 1000)).endAfter(1, Duration.ofMillis(20));
        for (int task = 2; task < 30; task++) {
            machine.endAfter(task, Duration.ofNanos(10_000));
        }

        assertThat(machine.placed()).hasSizeGreaterThan(29 + 40);
    }

    @Test
    void functionsAreKnownApart() {
        TaskFunction slow = Machine.function("slow");
        TaskFunction quick = Machine.function("quick");
        for (int i = 1; i <= 20; i++) {
            submit(quick, i).endAfter(i, Duration.ofNanos(5_000));
        }
        submit(slow, 100).endAfter(100, Duration.ofSeconds(1));
        machine.silence();

        submit(slow, 101, 102, 103);
        assertThat(machine.placed()).endsWith("101@0").doesNotContain("102@0");
        machine.endAfter(101, Duration.ofSeconds(1))
                .endAfter(102, Duration.ofSeconds(1))
                .endAfter(103, LATE);

        submit(quick, range(200, 300));
        assertThat(machine.placed()).endsWith("299@0");
    }

    @Test
    void anUnknownFunctionIsExpectedToTakeWhatTheClientsTasksDo() {
        machine.submit(balanced().automatic().options(), range(1, 10)).endAfter(1, Duration.ofNanos(5_000));
        for (int task = 2; task < 10; task++) {
            machine.endAfter(task, Duration.ofNanos(5_000));
        }

        submit(Machine.function("never seen"), range(100, 150));

        assertThat(machine.placed()).endsWith("149@0");
    }

    @Test
    void nothingWaitsBehindATaskWhileAnotherEngineIsIdle() {
        for (TaskPolicy policy : TaskPolicy.values()) {
            Machine four =
                    new Machine(4).submit(balanced().automatic().policy(policy).options(), 1, 2, 3, 4);

            assertThat(four.placed())
                    .as(policy.toString())
                    .extracting(text -> text.substring(text.indexOf('@')))
                    .containsExactlyInAnyOrder("@0", "@1", "@2", "@3");
        }
    }

    @Test
    void whatIsStuckBehindALongTaskIsTakenBack() {
        machine.submit(balanced().automatic().options(), 1, 2);
        assertThat(machine.scheduler.nextAlarm()).contains(machine.now.plus(LATE));

        machine.after(LATE);

        assertThat(machine.only(Order.Recall.class))
                .containsExactly(new Order.Recall(new EngineId(0), List.of(machine.run(2))));
        assertThat(machine.scheduler.nextAlarm()).isEmpty();
    }

    @Test
    void whatIsTakenBackGoesToAnIdleEngine() {
        machine.submit(balanced().automatic().options(), 1, 2)
                .join(1)
                .after(LATE)
                .giveBack(2);

        assertThat(machine.placed()).containsExactly("1@0", "2@0", "2@1");
        assertThat(machine.end(2).outcome(2)).isEqualTo(VALUE);
    }

    @Test
    void whatIsTakenBackDoesNotGoWhereItWasStuck() {
        machine.submit(balanced().automatic().options(), 1, 2, 3).after(LATE).giveBack(2);
        assertThat(machine.placed()).containsExactly("1@0", "2@0");

        machine.endAfter(1, Duration.ofSeconds(1));

        assertThat(machine.placed()).as("in the old order").containsExactly("1@0", "2@0", "2@0");
    }

    @Test
    void whatIsTakenBackStandsWhereItStoodBefore() {
        machine.submit(balanced().automatic().options(), range(1, 1000)).endAfter(1, Duration.ofNanos(10));
        int sent = machine.placed().size();
        machine.after(LATE);
        Order.Recall recall = machine.only(Order.Recall.class).getFirst();
        assertThat(recall.runs()).hasSize(sent - 2);

        machine.ended(
                0,
                recall.runs().reversed().stream()
                        .map(run -> new dev.tutti.engine.wire.RunEnd(run, Machine.STOPPED, 0, 0, 0))
                        .toArray(dev.tutti.engine.wire.RunEnd[]::new));
        machine.endAfter(2, Duration.ofNanos(10));

        assertThat(machine.placed().subList(sent, sent + 100))
                .containsExactlyElementsOf(
                        LongStream.range(3, 103).mapToObj(task -> task + "@0").toList());
    }

    @Test
    void aTaskThatHasBegunMeanwhileIsNotTakenBack() {
        machine.submit(balanced().automatic().options(), 1, 2)
                .after(LATE)
                .end(1)
                .end(2);

        assertThat(machine.outcome(2)).isEqualTo(VALUE);
        assertThat(machine.placed()).hasSize(2);
    }

    @Test
    void aTaskIsAskedBackOnce() {
        machine.submit(balanced().automatic().options(), 1, 2)
                .after(LATE)
                .after(LATE)
                .after(Duration.ofMinutes(1));

        assertThat(machine.only(Order.Recall.class)).hasSize(1);
    }

    @Test
    void aTaskTakenBackAndCancelledMeanwhileIsCancelled() {
        machine.submit(balanced().automatic().options(), 1, 2)
                .after(LATE)
                .cancel(true, 2)
                .giveBack(2);

        assertThat(machine.told(2)).hasSize(1);
        assertThat(machine.outcome(2)).isInstanceOf(dev.tutti.engine.wire.TaskOutcome.Cancelled.class);
    }

    @Test
    void anEngineThatGetsOnKeepsWhatItHas() {
        machine.submit(balanced().automatic().options(), range(1, 1000));
        for (int task = 1; task < 100; task++) {
            machine.after(Duration.ofMillis(1)).endAfter(task, Duration.ofMillis(1));
        }

        assertThat(machine.only(Order.Recall.class)).isEmpty();
    }

    @Test
    void whatTheUserLetsQueueStaysThere() {
        machine.submit(balanced().highWater(5).options(), 1, 2, 3).after(Duration.ofMinutes(1));

        assertThat(machine.only(Order.Recall.class)).isEmpty();
    }

    @Test
    void directTasksStayWhereTheyAre() {
        machine.submit(direct(0), 1, 2, 3).after(Duration.ofMinutes(1));

        assertThat(machine.only(Order.Recall.class)).isEmpty();
    }

    @Test
    void aTaskBehindALongDirectOneIsTakenBack() {
        machine.submit(direct(0), 1).submit(balanced().automatic().options(), 2).after(LATE);
        assertThat(machine.only(Order.Recall.class)).hasSize(1);

        machine.giveBack(2).after(Duration.ofMinutes(1));

        assertThat(machine.placed()).as("it is not sent there again").containsExactly("1@0", "2@0");
        assertThat(machine.join(1).placed()).last().isEqualTo("2@1");
    }

    @Test
    void anotherClientIsNotStuckBehindOnesLongTasks() {
        machine.submit(1, balanced().automatic().options(), 1, 2, 3)
                .submit(2, balanced().automatic().options(), 11);
        machine.after(LATE).giveBack(2);
        RequestId first = machine.run(1);

        machine.ended(
                0,
                new dev.tutti.engine.wire.RunEnd(
                        first, VALUE, 5, Duration.ofSeconds(1).toNanos(), 0));

        assertThat(machine.placed()).endsWith("11@0", "2@0");
    }

    private Machine submit(TaskFunction function, long... tasks) {
        return machine.submit(
                1,
                new TaskMessage.Submit(
                        List.of(function),
                        List.of(balanced().automatic().options()),
                        LongStream.of(tasks).mapToObj(Machine::spec).toList()));
    }
}
