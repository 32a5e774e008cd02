package dev.tutti.client;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the scheduler is told of a balanced view's tasks. A view changes only the copy that it makes for the next view. */
final class Placing {

    /** Which engines may take the tasks; none: any. */
    Optional<TargetSpec> targets = Optional.empty();

    int priority;
    int retries;
    final List<Dependency> dependencies = new ArrayList<>();

    /** Must give true where a task runs. */
    Optional<Call<Boolean>> predicate = Optional.empty();

    Set<String> resources = Set.of();
    Optional<Duration> waiting = Optional.empty();
    Optional<Duration> running = Optional.empty();
    TaskPolicy policy = TaskPolicy.LEAST_LOAD;
    OptionalInt highWater = OptionalInt.empty();

    Placing copy() {
        Placing copy = new Placing();
        copy.targets = targets;
        copy.priority = priority;
        copy.retries = retries;
        copy.dependencies.addAll(dependencies);
        copy.predicate = predicate;
        copy.resources = resources;
        copy.waiting = waiting;
        copy.running = running;
        copy.policy = policy;
        copy.highWater = highWater;
        return copy;
    }

    /** As the wire says it; the predicate is the submission's second function. */
    TaskOptions options(List<EngineId> engines, boolean keep, String label) {
        OptionalInt second = predicate.isPresent() ? OptionalInt.of(1) : OptionalInt.empty();
        Balance balance = new Balance(priority, retries, dependencies, second, resources, waiting, policy, highWater);
        return new TaskOptions(engines, Optional.of(balance), keep, running, label);
    }
}
