package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** A scheduler with a clock of its own, and what it has ordered. Client 1 speaks unless another is named. */
final class Machine {

    static final long CLIENT = 1;
    static final SessionId SESSION = new SessionId(1);
    static final TaskFunction FUNCTION =
            new TaskFunction.Call(Optional.empty(), new Parcel.Inline(Codec.RAW, new byte[0]));
    static final TaskOutcome VALUE = new TaskOutcome.Value(new Parcel.Inline(Codec.RAW, new byte[0]));
    static final TaskOutcome THROWN = new TaskOutcome.Thrown(
            new Fault(
                    "java.lang.ArithmeticException", Optional.of("/ by zero"), List.of(), Optional.empty(), List.of()),
            Optional.empty());
    static final TaskOutcome STOPPED = new TaskOutcome.Stopped(List.of());

    /** Some time on the engines' clock. */
    static final long STARTED = 5;

    final TaskScheduler scheduler;
    final List<Order> orders = new ArrayList<>();
    Instant now = Instant.ofEpochSecond(1000);
    private final Map<RequestId, String> tasks = new HashMap<>();
    private long runs = 100;

    Machine(int engines) {
        scheduler = new TaskScheduler(() -> new RequestId(++runs), new Random(1));
        for (int i = 0; i < engines; i++) {
            scheduler.engineJoined(now, new EngineId(i), Set.of());
        }
        take();
    }

    static TaskFunction function(String name) {
        return new TaskFunction.Put(new Name(name, Optional.empty(), List.of()));
    }

    static TaskSpec spec(long id) {
        return new TaskSpec(new TaskId(id), 0, 0, List.of());
    }

    static List<TaskId> ids(long... ids) {
        return Arrays.stream(ids).mapToObj(TaskId::new).toList();
    }

    // What happens.

    Machine submit(TaskOptions options, long... ids) {
        return submit(CLIENT, options, ids);
    }

    Machine submit(long client, TaskOptions options, long... ids) {
        List<TaskSpec> specs = Arrays.stream(ids).mapToObj(Machine::spec).toList();
        return submit(client, new TaskMessage.Submit(List.of(FUNCTION), List.of(options), specs));
    }

    Machine submit(long client, TaskMessage.Submit submit) {
        scheduler.submitted(now, client, SESSION, submit);
        return take();
    }

    Machine cancel(boolean running, long... ids) {
        scheduler.cancelled(now, CLIENT, new TaskMessage.Cancel(ids(ids), running));
        return take();
    }

    Machine cancelForcibly(Duration grace, long... ids) {
        scheduler.cancelled(now, CLIENT, new TaskMessage.Cancel(ids(ids), true, Optional.of(grace)));
        return take();
    }

    Machine join(int engine, String... resources) {
        scheduler.engineJoined(now, new EngineId(engine), Set.of(resources));
        return take();
    }

    Machine lose(int engine) {
        scheduler.engineLost(now, new EngineId(engine), "exit code 7");
        return take();
    }

    /** A task ends where it last ran. */
    Machine end(long task, TaskOutcome outcome) {
        return endAt(engineOf(task), task, outcome);
    }

    Machine end(long task) {
        return end(task, VALUE);
    }

    Machine endAt(int engine, long task, TaskOutcome outcome) {
        return ended(engine, new RunEnd(run(task), outcome, STARTED, 1_000_000, 0));
    }

    /** A task ends that took so long. */
    Machine endAfter(long task, Duration wall) {
        return ended(engineOf(task), new RunEnd(run(task), VALUE, STARTED, wall.toNanos(), 0));
    }

    /** A task was taken off its engine's queue. */
    Machine giveBack(long task) {
        return ended(engineOf(task), new RunEnd(run(task), STOPPED, 0, 0, 0));
    }

    Machine ended(int engine, RunEnd... ends) {
        scheduler.ended(now, new EngineId(engine), List.of(ends));
        return take();
    }

    Machine waits(long task, boolean waiting) {
        scheduler.waits(now, new EngineId(engineOf(task)), new TaskMessage.RunWaits(run(task), waiting));
        return take();
    }

    /** Time goes on, alarm by alarm. */
    Machine after(Duration duration) {
        Instant end = now.plus(duration);
        for (Optional<Instant> alarm = scheduler.nextAlarm();
                alarm.isPresent() && !alarm.get().isAfter(end);
                alarm = scheduler.nextAlarm()) {
            now = alarm.get();
            scheduler.timePassed(now);
            take();
        }
        now = end;
        return this;
    }

    Machine take() {
        List<Order> taken = scheduler.orders();
        taken.forEach(this::name);
        orders.addAll(taken);
        return this;
    }

    // What was ordered.

    <T extends Order> List<T> only(Class<T> kind) {
        return orders.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Forgets what was ordered so far, besides where tasks run. */
    Machine silence() {
        orders.removeIf(order -> !(order instanceof Order.Send));
        return this;
    }

    List<Order.Send> sends() {
        return only(Order.Send.class);
    }

    /** Where the tasks were sent, in order: {@code 3@0} is task 3 at engine 0. */
    List<String> placed() {
        return sends().stream()
                .flatMap(send -> send.run().runs().stream()
                        .flatMap(run -> send.engines().stream().map(engine -> tasks.get(run.run()) + "@" + engine)))
                .toList();
    }

    /** All that clients were told, in order. */
    List<TaskEnd> told() {
        return only(Order.Tell.class).stream()
                .flatMap(tell -> tell.ends().stream())
                .toList();
    }

    List<TaskEnd> told(long task) {
        return told().stream().filter(end -> end.task().value() == task).toList();
    }

    TaskOutcome outcome(long task) {
        List<TaskEnd> ends = told(task);
        if (ends.size() != 1) {
            throw new AssertionError("Task " + task + " ended " + ends.size() + " times: " + ends);
        }
        return ends.getFirst().outcome();
    }

    /** The newest run of a task. */
    RequestId run(long task) {
        return sends().reversed().stream()
                .flatMap(send -> send.run().runs().reversed().stream())
                .map(RunSpec::run)
                .filter(run -> tasks.get(run).equals(Long.toString(task)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Task " + task + " was sent nowhere."));
    }

    int engineOf(long task) {
        RequestId run = run(task);
        return sends().stream()
                .filter(send ->
                        send.run().runs().stream().anyMatch(spec -> spec.run().equals(run)))
                .findFirst()
                .orElseThrow()
                .engines()
                .getFirst()
                .number();
    }

    static long[] range(int from, int to) {
        return LongStream.range(from, to).toArray();
    }

    private void name(Order order) {
        if (order instanceof Order.Send send) {
            for (RunSpec spec : send.run().runs()) {
                tasks.put(
                        spec.run(),
                        scheduler
                                .owner(spec.run())
                                .map(owner -> Long.toString(owner.task().value()))
                                .orElse("initialiser"));
            }
        }
    }
}
