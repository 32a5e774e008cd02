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
import dev.tutti.engine.wire.TaskSpec;
import dev.tutti.kernel.schedule.Order;
import dev.tutti.kernel.schedule.TaskScheduler;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The scheduler alone, without wire and engines: how many balanced tasks a second pass through it, from submission to
 * end, and how much memory one takes that waits. Engines are played by a queue that ends what it gets in order.
 */
public final class SchedulerBench {

    private static final int TASKS = 1_000_000;
    private static final SessionId SESSION = new SessionId(1);
    private static final TaskOptions PLAIN =
            new TaskOptions(List.of(), Optional.of(Balance.PLAIN), false, Optional.empty(), "");
    private static final TaskOutcome VALUE = new TaskOutcome.Value(new Parcel.Inline(Codec.RAW, new byte[1]));
    private static final long WALL_NANOS = 5_000;

    private final TaskScheduler scheduler;
    private final List<Deque<RequestId>> engines = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1000);
    private long runs;
    private long submitted;
    private int ended;

    private SchedulerBench(int engineCount) {
        scheduler = new TaskScheduler(() -> new RequestId(++runs), new Random(1));
        for (int i = 0; i < engineCount; i++) {
            engines.add(new ArrayDeque<>());
            scheduler.engineJoined(now, new EngineId(i), Set.of());
        }
    }

    public static void main(String[] arguments) {
        for (int engines : new int[] {2, 32, 1000}) {
            throughput("scheduler.queued." + engines, engines, TASKS, 1000);
            if (engines < 1000) {
                throughput("scheduler.one_by_one." + engines, engines, 1, 1);
            }
        }
        memory();
    }

    /** @param ahead how many tasks are submitted before engines take the first, and then whenever they have ended */
    private static void throughput(String metric, int engines, int ahead, int perMessage) {
        double[] perSecond = new double[7];
        for (int round = -2; round < perSecond.length; round++) {
            SchedulerBench bench = new SchedulerBench(engines);
            long start = System.nanoTime();
            while (bench.ended < TASKS) {
                for (int i = 0; i < ahead && bench.submitted < TASKS; i += perMessage) {
                    bench.submit(perMessage);
                }
                bench.work();
            }
            if (round >= 0) {
                perSecond[round] = TASKS / ((System.nanoTime() - start) / 1e9);
            }
        }
        Row.median(metric, "tasks/s", perSecond).print();
    }

    private static void memory() {
        long before = usedBytes();
        SchedulerBench bench = new SchedulerBench(0);
        while (bench.submitted < TASKS) {
            bench.submit(1000);
        }
        Row.median("scheduler.memory.submitted_together", "bytes/task", (usedBytes() - before) / (double) TASKS)
                .print();
        if (bench.scheduler.unplaced() != TASKS) {
            throw new IllegalStateException("Only " + bench.scheduler.unplaced() + " tasks wait.");
        }
        bench = new SchedulerBench(0);
        before = usedBytes();
        while (bench.submitted < TASKS) {
            bench.submit(1);
        }
        Row.median("scheduler.memory.submitted_singly", "bytes/task", (usedBytes() - before) / (double) TASKS)
                .print();
        if (bench.scheduler.unplaced() != TASKS) {
            throw new IllegalStateException("Only " + bench.scheduler.unplaced() + " tasks wait.");
        }
    }

    /** As decoded from a message: nothing is shared with other messages. */
    private void submit(int count) {
        TaskFunction function = new TaskFunction.Call(Optional.empty(), new Parcel.Inline(Codec.LAMBDA, new byte[100]));
        TaskOptions options = new TaskOptions(PLAIN.targets(), PLAIN.balance(), false, Optional.empty(), "");
        List<TaskSpec> specs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<Parcel> arguments = List.of(new Parcel.Inline(Codec.RAW, new byte[16]));
            specs.add(new TaskSpec(new TaskId(++submitted), 0, 0, arguments));
        }
        scheduler.submitted(now, 1, SESSION, new TaskMessage.Submit(List.of(function), List.of(options), specs));
        take();
    }

    private void work() {
        for (int i = 0; i < engines.size(); i++) {
            Deque<RequestId> queue = engines.get(i);
            if (!queue.isEmpty()) {
                List<RunEnd> ends = new ArrayList<>(queue.size());
                for (RequestId run = queue.poll(); run != null; run = queue.poll()) {
                    ends.add(new RunEnd(run, VALUE, 1, WALL_NANOS, 0));
                }
                now = now.plusNanos(1000);
                scheduler.ended(now, new EngineId(i), ends);
                take();
            }
        }
    }

    private void take() {
        for (Order order : scheduler.orders()) {
            switch (order) {
                case Order.Send(List<EngineId> to, TaskMessage.Run run) -> {
                    Deque<RequestId> queue = engines.get(to.getFirst().number());
                    for (RunSpec spec : run.runs()) {
                        queue.add(spec.run());
                    }
                }
                case Order.Tell tell -> ended += tell.ends().size();
                case Order.Stop _, Order.Recall _, Order.Defined _, Order.Recycle _ -> {}
            }
        }
        scheduler.nextAlarm();
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
