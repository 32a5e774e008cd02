package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes options: balanced ones under a high-water mark of 1, unless something else is said. */
final class Options {

    private final List<Dependency> dependencies = new ArrayList<>();
    private List<EngineId> targets = List.of();
    private int priority;
    private int retries;
    private OptionalInt predicate = OptionalInt.empty();
    private Set<String> resources = Set.of();
    private Optional<Duration> waiting = Optional.empty();
    private Optional<Duration> running = Optional.empty();
    private TaskPolicy policy = TaskPolicy.LEAST_LOAD;
    private OptionalInt highWater = OptionalInt.of(1);

    static TaskOptions direct(int... targets) {
        return new Options().on(targets).direct();
    }

    static Options balanced() {
        return new Options();
    }

    Options on(int... engines) {
        targets = Arrays.stream(engines).mapToObj(EngineId::new).toList();
        return this;
    }

    Options priority(int value) {
        priority = value;
        return this;
    }

    Options retries(int value) {
        retries = value;
        return this;
    }

    Options predicate(int function) {
        predicate = OptionalInt.of(function);
        return this;
    }

    Options resources(String... tags) {
        resources = Set.of(tags);
        return this;
    }

    Options waiting(long millis) {
        waiting = Optional.of(Duration.ofMillis(millis));
        return this;
    }

    Options running(long millis) {
        running = Optional.of(Duration.ofMillis(millis));
        return this;
    }

    Options policy(TaskPolicy value) {
        policy = value;
        return this;
    }

    Options highWater(int value) {
        highWater = OptionalInt.of(value);
        return this;
    }

    Options automatic() {
        highWater = OptionalInt.empty();
        return this;
    }

    /** After all of them have succeeded. */
    Options after(long... tasks) {
        return depends(false, true, true, false, tasks);
    }

    /** Where all of them have succeeded. */
    Options follow(long... tasks) {
        return depends(true, true, true, false, tasks);
    }

    Options depends(boolean follow, boolean all, boolean success, boolean failure, long... tasks) {
        dependencies.add(new Dependency(Machine.ids(tasks), follow, all, success, failure));
        return this;
    }

    TaskOptions direct() {
        return new TaskOptions(targets, Optional.empty(), false, running, "");
    }

    TaskOptions options() {
        return new TaskOptions(
                targets,
                Optional.of(
                        new Balance(priority, retries, dependencies, predicate, resources, waiting, policy, highWater)),
                false,
                running,
                "");
    }
}
