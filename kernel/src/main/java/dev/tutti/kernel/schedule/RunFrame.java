package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Runs on their way to engines: of one client and session, with each function once. */
final class RunFrame {

    private final SessionId session;
    private final long client;
    private final List<EngineId> targets;
    private final List<TaskFunction> functions = new ArrayList<>();
    private final Map<TaskFunction, Integer> indexes = new IdentityHashMap<>(4);
    private final List<RunSpec> runs = new ArrayList<>();

    RunFrame(SessionId session, long client, List<EngineId> targets) {
        this.session = session;
        this.client = client;
        this.targets = targets;
    }

    boolean isOf(SessionId otherSession, long otherClient, List<EngineId> otherTargets) {
        return client == otherClient && session.equals(otherSession) && targets.equals(otherTargets);
    }

    void add(RequestId run, Task task) {
        TaskOptions options = task.terms().options();
        OptionalInt predicate = task.terms().balance().predicate();
        runs.add(new RunSpec(
                run,
                index(task.function()),
                predicate.isEmpty() ? predicate : OptionalInt.of(index(task.submission.function(predicate.getAsInt()))),
                task.spec.arguments(),
                options.keep()));
    }

    void add(RequestId run, TaskFunction function, List<Parcel> arguments) {
        runs.add(new RunSpec(run, index(function), OptionalInt.empty(), arguments, false));
    }

    Order.Send to(List<EngineId> engines) {
        return new Order.Send(engines, new TaskMessage.Run(session, client, targets, functions, runs));
    }

    private int index(TaskFunction function) {
        if (!functions.isEmpty() && functions.getLast() == function) {
            return functions.size() - 1;
        }
        Integer known = indexes.putIfAbsent(function, functions.size());
        if (known != null) {
            return known;
        }
        functions.add(function);
        return functions.size() - 1;
    }
}
