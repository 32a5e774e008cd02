package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.kernel.fold.CellError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of some calls, by call and engine. Used by one thread; {@link #cancel} by any. */
final class TaskResults {

    private final List<KernelTasks.Call> calls;
    private final long firstTask;
    private final List<Map<EngineId, TaskOutcome>> outcomes = new ArrayList<>();
    private int open;
    private volatile long cancelledNanos;
    private volatile boolean cancelled;

    /** @param firstTask the number of the first call's task; the others follow */
    TaskResults(List<KernelTasks.Call> calls, long firstTask) {
        this.calls = calls;
        this.firstTask = firstTask;
        for (KernelTasks.Call call : calls) {
            outcomes.add(new TreeMap<>());
            open += call.targets().size();
        }
    }

    /** One has ended; those of earlier calls that nobody waits for any more are passed over. */
    void take(TaskEnd end) {
        long index = end.task().value() - firstTask;
        if (index < 0 || index >= calls.size()) {
            return;
        }
        KernelTasks.Call call = calls.get((int) index);
        List<EngineId> whose = end.engine().map(List::of).orElse(call.targets());
        for (EngineId engine : whose) {
            if (outcomes.get((int) index).putIfAbsent(engine, end.outcome()) == null) {
                open--;
            }
        }
    }

    boolean complete() {
        return open <= 0;
    }

    void cancel() {
        if (!cancelled) {
            cancelledNanos = System.nanoTime();
            cancelled = true;
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    /** For how long it has been cancelled; zero if it has not been. */
    Duration cancelledFor() {
        return cancelled ? Duration.ofNanos(System.nanoTime() - cancelledNanos) : Duration.ZERO;
    }

    /** What has not ended is taken as cancelled. */
    void giveUp() {
        for (int i = 0; i < calls.size(); i++) {
            for (EngineId engine : calls.get(i).targets()) {
                outcomes.get(i).putIfAbsent(engine, new TaskOutcome.Cancelled());
            }
        }
        open = 0;
    }

    SortedSet<EngineId> targets() {
        SortedSet<EngineId> all = new TreeSet<>();
        calls.forEach(call -> all.addAll(call.targets()));
        return all;
    }

    SortedSet<EngineId> running() {
        SortedSet<EngineId> running = new TreeSet<>();
        for (int i = 0; i < calls.size(); i++) {
            for (EngineId engine : calls.get(i).targets()) {
                if (!outcomes.get(i).containsKey(engine)) {
                    running.add(engine);
                }
            }
        }
        return running;
    }

    /** The value that a call gave at an engine. */
    Optional<Parcel> value(int call, EngineId engine) {
        return outcomes.get(call).get(engine) instanceof TaskOutcome.Value(var parcel)
                ? Optional.of(parcel)
                : Optional.empty();
    }

    /** The engines at which a call succeeded, in the order of its targets. */
    List<EngineId> succeeded(int call) {
        return calls.get(call).targets().stream()
                .filter(engine -> value(call, engine).isPresent())
                .toList();
    }

    /** All values. */
    List<Parcel> values() {
        List<Parcel> values = new ArrayList<>();
        for (Map<EngineId, TaskOutcome> byEngine : outcomes) {
            for (TaskOutcome outcome : byEngine.values()) {
                if (outcome instanceof TaskOutcome.Value(var parcel)) {
                    values.add(parcel);
                }
            }
        }
        return values;
    }

    /** What went wrong, of each engine the first. */
    SortedMap<EngineId, CellError> errors() {
        SortedMap<EngineId, CellError> errors = new TreeMap<>();
        for (Map<EngineId, TaskOutcome> byEngine : outcomes) {
            byEngine.forEach((engine, outcome) -> error(outcome).ifPresent(error -> errors.putIfAbsent(engine, error)));
        }
        return errors;
    }

    private static Optional<CellError> error(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Value _ -> Optional.empty();
            case TaskOutcome.Thrown(var fault, _) -> Optional.of(new CellError.Thrown(fault));
            case TaskOutcome.Stopped(var where) -> Optional.of(new CellError.Stopped(where));
            case TaskOutcome.Unmet(var reason) ->
                Optional.of(new CellError.Failed("It is not to run here: " + reason + "."));
            case TaskOutcome.Refused(var reason) -> Optional.of(new CellError.Failed(reason));
            case TaskOutcome.Lost(var reason) ->
                Optional.of(new CellError.Lost(reason, OptionalInt.empty(), CellError.Lost.Place.VACANT));
            case TaskOutcome.Cancelled() -> Optional.of(new CellError.Failed("cancelled"));
            case TaskOutcome.Impossible(var reason) -> Optional.of(new CellError.Failed(reason));
            case TaskOutcome.TimedOut(_, var reason) -> Optional.of(new CellError.Failed(reason));
        };
    }
}
