package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An engine's main thread: a queue, what has begun, and on top of what waits for others what has begun since. */
final class SimulatedEngine {

    final EngineId id;
    private final Deque<Order> inbox = new ArrayDeque<>();
    private final List<RunSpec> queue = new ArrayList<>();
    private final Deque<Begun> begun = new ArrayDeque<>();
    private final List<RunEnd> ends = new ArrayList<>();

    /** A run that has begun. */
    static final class Begun {
        final RunSpec spec;
        boolean waiting;
        boolean stopped;

        Begun(RunSpec spec) {
            this.spec = spec;
        }
    }

    SimulatedEngine(EngineId id) {
        this.id = id;
    }

    void get(Order order) {
        inbox.add(order);
    }

    boolean hasMail() {
        return !inbox.isEmpty();
    }

    /** Reads one order. */
    void read() {
        switch (inbox.poll()) {
            case Order.Send send -> queue.addAll(send.run().runs());
            case Order.Stop(_, RequestId run) -> {
                takeBack(run);
                begun.stream().filter(one -> one.spec.run().equals(run)).forEach(one -> one.stopped = true);
            }
            case Order.Recall(_, List<RequestId> runs) -> runs.forEach(this::takeBack);
            case Order.Tell _, Order.Defined _, Order.Recycle _ -> throw new AssertionError("not for engines");
            case null -> {}
        }
    }

    /** The run on top, if one has begun. */
    Optional<Begun> top() {
        return Optional.ofNullable(begun.peek());
    }

    boolean canBegin() {
        return !queue.isEmpty() && top().map(top -> top.waiting).orElse(true);
    }

    Begun begin() {
        Begun next = new Begun(queue.removeFirst());
        begun.push(next);
        return next;
    }

    void end(TaskOutcome outcome) {
        Begun top = begun.pop();
        TaskOutcome how = top.stopped ? new TaskOutcome.Stopped(List.of()) : outcome;
        ends.add(new RunEnd(top.spec.run(), how, Machine.STARTED, 20_000, 0));
    }

    /** What it has to tell. */
    List<RunEnd> ends() {
        List<RunEnd> told = List.copyOf(ends);
        ends.clear();
        return told;
    }

    private void takeBack(RequestId run) {
        if (queue.removeIf(spec -> spec.run().equals(run))) {
            ends.add(new RunEnd(run, new TaskOutcome.Stopped(List.of()), 0, 0, 0));
        }
    }
}
