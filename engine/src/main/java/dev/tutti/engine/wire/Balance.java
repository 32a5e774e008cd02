package dev.tutti.engine.wire;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a balanced task is placed.
 *
 * @param priority larger first
 * @param retries how many times it may be run again, each time on another engine, after it has failed or its engine died
 * @param dependencies all must be met before it is placed
 * @param predicate the function (by its index in the submission) that must give true on an engine before the task runs
 *     there; an engine where it does not is not asked again
 * @param resources tags that its engine must bear
 * @param waiting how long it may wait to be placed
 * @param policy who gets it
 * @param highWater how many tasks an engine may have at once; none: as many as are worth a few milliseconds of work
 */
public record Balance(
        int priority,
        int retries,
        List<Dependency> dependencies,
        OptionalInt predicate,
        Set<String> resources,
        Optional<Duration> waiting,
        TaskPolicy policy,
        OptionalInt highWater) {

    /** One after the other, wherever there is room, never again. */
    public static final Balance PLAIN = new Balance(
            0,
            0,
            List.of(),
            OptionalInt.empty(),
            Set.of(),
            Optional.empty(),
            TaskPolicy.LEAST_LOAD,
            OptionalInt.empty());

    public Balance {
        dependencies = List.copyOf(dependencies);
        Objects.requireNonNull(predicate, "predicate");
        resources = Set.copyOf(resources);
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(highWater, "highWater");
        if (retries < 0) {
            throw new IllegalArgumentException("A task cannot have " + retries + " retries.");
        }
    }
}
