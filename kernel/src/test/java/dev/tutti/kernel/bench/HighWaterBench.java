package dev.tutti.kernel.bench;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskPolicy;
import dev.tutti.engine.wire.TaskSpec;
import dev.tutti.kernel.schedule.Order;
import dev.tutti.kernel.schedule.TaskScheduler;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * What a high-water mark costs and gains, in simulated time: four engines a tenth of a millisecond away, tasks of several
 * kinds, marks of 1, 4 and 256 and none (the automatic one). Prints how many times longer than without any wire and with
 * perfect balance it takes: the same on every machine.
 */
public final class HighWaterBench {

    private static final int ENGINES = 4;
    private static final long WIRE_NANOS = 100_000;
    private static final SessionId SESSION = new SessionId(1);
    private static final TaskOutcome VALUE = new TaskOutcome.Value(new Parcel.Inline(Codec.RAW, new byte[1]));

    private final TaskScheduler scheduler;
    private final LongUnaryOperator durations;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Deque<RequestId>> queues = new ArrayList<>();
    private final boolean[] busy = new boolean[ENGINES];
    private long nowNanos;
    private long sequence;
    private long runs;
    private long moved;
    private int ended;

    /** Something that happens at a time. */
    private record Event(long atNanos, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return atNanos == other.atNanos ? Long.compare(order, other.order) : Long.compare(atNanos, other.atNanos);
        }
    }

    private HighWaterBench(LongUnaryOperator durations) {
        this.durations = durations;
        this.scheduler = new TaskScheduler(() -> new RequestId(++runs), new Random(1));
        for (int i = 0; i < ENGINES; i++) {
            queues.add(new ArrayDeque<>());
            scheduler.engineJoined(now(), new EngineId(i), Set.of());
        }
    }

    public static void main(String[] arguments) {
        Random random = new Random(7);
        long[] mixed = random.longs(20_000, 0, 100)
                .map(one -> one == 0 ? 50_000_000 : 100_000)
                .toArray();
        measure("5us", 20_000, _ -> 5_000);
        measure("100us", 20_000, _ -> 100_000);
        measure("1ms", 2_000, _ -> 1_000_000);
        measure("20ms", 400, _ -> 20_000_000);
        measure("mixed", mixed.length, task -> mixed[(int) task]);
        measure("mixed_few", 1000, task -> mixed[(int) task]);
    }

    private static void measure(String kind, int count, LongUnaryOperator durations) {
        for (OptionalInt mark :
                List.of(OptionalInt.of(1), OptionalInt.of(4), OptionalInt.of(256), OptionalInt.empty())) {
            String name = mark.isEmpty() ? "automatic" : Integer.toString(mark.getAsInt());
            HighWaterBench bench = new HighWaterBench(durations);
            double factor = bench.run(count, mark) / ideal(count, durations);
            new Row("highwater." + kind + "." + name, factor, "times", 1).print();
            if (bench.moved > 0) {
                new Row("highwater." + kind + "." + name + ".moved", bench.moved, "tasks", 1).print();
            }
        }
    }

    private static double ideal(int count, LongUnaryOperator durations) {
        long sum = 0;
        long longest = 0;
        for (int task = 0; task < count; task++) {
            sum += durations.applyAsLong(task);
            longest = Math.max(longest, durations.applyAsLong(task));
        }
        return Math.max(longest, sum / ENGINES);
    }

    private long run(int count, OptionalInt mark) {
        Balance balance = new Balance(
                0, 0, List.of(), OptionalInt.empty(), Set.of(), Optional.empty(), TaskPolicy.LEAST_LOAD, mark);
        List<TaskSpec> specs = new ArrayList<>();
        for (int task = 0; task < count; task++) {
            specs.add(new TaskSpec(new TaskId(task), 0, 0, List.of()));
        }
        TaskFunction function = new TaskFunction.Names();
        TaskOptions options = new TaskOptions(List.of(), Optional.of(balance), false, Optional.empty(), "");
        scheduler.submitted(now(), 1, SESSION, new TaskMessage.Submit(List.of(function), List.of(options), specs));
        take();
        while (ended < count) {
            Event event = events.remove();
            nowNanos = event.atNanos;
            event.action.run();
        }
        return nowNanos;
    }

    /** The controller's side of the wire. */
    private void take() {
        for (Order order : scheduler.orders()) {
            switch (order) {
                case Order.Send(List<EngineId> to, TaskMessage.Run run) -> {
                    int engine = to.getFirst().number();
                    in(WIRE_NANOS, () -> {
                        run.runs().stream().map(RunSpec::run).forEach(queues.get(engine)::add);
                        begin(engine);
                    });
                }
                case Order.Recall(EngineId engine, List<RequestId> runs) ->
                    in(WIRE_NANOS, () -> giveBack(engine.number(), runs));
                case Order.Tell tell -> ended += tell.ends().size();
                case Order.Stop _, Order.Defined _, Order.Recycle _ -> {}
            }
        }
        scheduler
                .nextAlarm()
                .ifPresent(alarm -> in(Math.max(0, nanos(alarm) - nowNanos), () -> {
                    scheduler.timePassed(now());
                    take();
                }));
    }

    private void begin(int engine) {
        RequestId run = busy[engine] ? null : queues.get(engine).poll();
        if (run == null) {
            return;
        }
        busy[engine] = true;
        long wall =
                durations.applyAsLong(scheduler.owner(run).orElseThrow().task().value());
        in(wall, () -> {
            busy[engine] = false;
            tell(engine, List.of(new RunEnd(run, VALUE, 1, wall, 0)));
            begin(engine);
        });
    }

    private void giveBack(int engine, List<RequestId> runs) {
        List<RunEnd> ends = new ArrayList<>();
        for (RequestId run : runs) {
            if (queues.get(engine).remove(run)) {
                ends.add(new RunEnd(run, new TaskOutcome.Stopped(List.of()), 0, 0, 0));
            }
        }
        moved += ends.size();
        tell(engine, ends);
    }

    private void tell(int engine, List<RunEnd> ends) {
        in(WIRE_NANOS, () -> {
            scheduler.ended(now(), new EngineId(engine), ends);
            take();
        });
    }

    private void in(long nanos, Runnable action) {
        events.add(new Event(nowNanos + nanos, sequence++, action));
    }

    private Instant now() {
        return Instant.ofEpochSecond(1000, nowNanos);
    }

    private static long nanos(Instant instant) {
        return (instant.getEpochSecond() - 1000) * 1_000_000_000 + instant.getNano();
    }
}
