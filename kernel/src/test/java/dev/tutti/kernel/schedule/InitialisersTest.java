package dev.tutti.kernel.schedule;

import static dev.tutti.kernel.schedule.Machine.SESSION;
import static dev.tutti.kernel.schedule.Machine.STARTED;
import static dev.tutti.kernel.schedule.Machine.THROWN;
import static dev.tutti.kernel.schedule.Machine.VALUE;
import static dev.tutti.kernel.schedule.Options.balanced;
import static dev.tutti.kernel.schedule.Options.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What engines call before their first task. */
final class InitialisersTest {

    private final Machine machine = new Machine(2);

    @Test
    void allEnginesCallItAtOnceAndThoseThatJoinLaterToo() {
        initialise("a").join(-1).join(2);

        assertThat(machine.placed()).containsExactly("initialiser@0", "initialiser@1", "initialiser@2");
        assertThat(machine.sends().getFirst().run().functions()).containsExactly(Machine.function("a"));
        assertThat(machine.scheduler.owner(run(0))).isEmpty();
    }

    @Test
    void balancedTasksWaitUntilItHasEnded() {
        initialise("a").submit(balanced().options(), 1);
        assertThat(machine.placed()).doesNotContain("1@0", "1@1");

        machine.ended(1, end(run(1), VALUE));

        assertThat(machine.placed()).last().isEqualTo("1@1");
    }

    @Test
    void itsEndIsToldToNobodyAndCountsForNothing() {
        initialise("a").ended(1, end(run(1), VALUE));

        assertThat(machine.told()).isEmpty();
        assertThat(machine.scheduler.loads().get(1).completed()).isZero();
    }

    @Test
    void whereItFailedNoTasksOfTheSessionRun() {
        initialise("a").ended(0, end(run(0), THROWN)).ended(1, end(run(0), VALUE));
        machine.submit(balanced().options(), 1, 2).submit(direct(0, 1), 3);

        assertThat(machine.placed().subList(2, machine.placed().size())).containsExactly("1@1", "3@1");
        assertThat(machine.outcome(3))
                .isEqualTo(new TaskOutcome.Refused(
                        "Engine 0 takes no tasks of this session because the initialiser a failed there:"
                                + " java.lang.ArithmeticException: / by zero. Give a right one under the same"
                                + " name."));
    }

    @Test
    void otherSessionsHaveTheirOwn() {
        initialise("a").ended(0, end(run(0), THROWN)).ended(1, end(run(1), VALUE));
        machine.scheduler.submitted(
                machine.now,
                2,
                new SessionId(2),
                new TaskMessage.Submit(
                        List.of(Machine.FUNCTION),
                        List.of(balanced().options()),
                        List.of(Machine.spec(1), Machine.spec(2))));
        machine.take();

        assertThat(machine.placed()).contains("1@0", "2@1");
    }

    @Test
    void aLaterOneOfTheSameLabelTakesItsPlace() {
        initialise("a");
        RequestId first = run(0);
        machine.ended(0, end(first, THROWN));
        initialise("a", "better").submit(balanced().on(0).options(), 1);
        machine.ended(1, end(first, THROWN)).ended(0, end(run(0), VALUE)).ended(1, end(run(1), VALUE));
        machine.submit(balanced().on(1).options(), 2);

        assertThat(machine.placed()).endsWith("1@0", "2@1");
        assertThat(machine.join(2).sends().getLast().run().functions()).containsExactly(Machine.function("better"));
    }

    @Test
    void severalAreCalledInOrder() {
        initialise("a").ended(0, end(run(0), VALUE));
        initialise("b");
        machine.join(2);

        assertThat(machine.sends().getLast().run().functions())
                .containsExactly(Machine.function("a"), Machine.function("b"));
    }

    @Test
    void oneThatWaitsForTasksLetsThemIn() {
        Machine one = new Machine(1);
        one.scheduler.initialise(one.now, 1, SESSION, new TaskMessage.Initialise("a", Machine.function("a")));
        one.take();
        RequestId run = one.sends().getFirst().run().runs().getFirst().run();
        one.submit(balanced().options(), 1);
        assertThat(one.placed()).hasSize(1);

        one.scheduler.waits(one.now, new EngineId(0), new TaskMessage.RunWaits(run, true));

        assertThat(one.take().placed()).last().isEqualTo("1@0");
    }

    @Test
    void thoseOfAClientThatIsGoneAreNotCalledAnyMore() {
        initialise("a");
        machine.scheduler.clientGone(machine.now, 1);
        machine.take();
        assertThat(machine.only(Order.Stop.class)).hasSize(2);

        machine.join(2).submit(2, balanced().on(2).options(), 1);

        assertThat(machine.placed()).last().isEqualTo("1@2");
    }

    private Machine initialise(String label) {
        return initialise(label, label);
    }

    private Machine initialise(String label, String function) {
        machine.scheduler.initialise(
                machine.now, 1, SESSION, new TaskMessage.Initialise(label, Machine.function(function)));
        return machine.take();
    }

    /** The newest run on an engine. */
    private RequestId run(int engine) {
        return machine.sends().reversed().stream()
                .filter(send -> send.engines().contains(new EngineId(engine)))
                .findFirst()
                .orElseThrow()
                .run()
                .runs()
                .getLast()
                .run();
    }

    private static RunEnd end(RequestId run, TaskOutcome outcome) {
        return new RunEnd(run, outcome, STARTED, 1, 1);
    }
}
