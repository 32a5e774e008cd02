package dev.tutti.kernel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskPolicy;
import dev.tutti.engine.wire.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs of tasks of two clients on engines that come and go, with failures, waits, limits and cancels: each task
 * ends once; each begins only where and when it may, and not twice at a time. The seed is the test's parameter.
 */
final class RandomGraphTest {

    private static final int STEPS = 6000;
    private static final int ENGINES = 5;

    private final Map<EngineId, SimulatedEngine> engines = new TreeMap<>();
    private final Map<Key, TaskOptions> submitted = new HashMap<>();
    private final Map<Key, TaskEnd> ended = new HashMap<>();
    private final Map<Key, Integer> directEnds = new HashMap<>();
    private final Map<Key, List<SimulatedEngine>> begun = new HashMap<>();
    private final Map<Key, Integer> attempts = new HashMap<>();
    private final Map<RequestId, Key> owners = new HashMap<>();
    private final long[] lastId = new long[3];
    private Random random;
    private TaskScheduler scheduler;
    private Instant now = Instant.ofEpochSecond(1000);
    private long runs;

    /** A task of a client. */
    private record Key(long client, long task) {}

    static List<Long> seeds() {
        return new Random(20261121).longs(60, 0, 1_000_000).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachTaskEndsOnceAndBeginsWhenItMay(long seed) {
        random = new Random(seed);
        scheduler = new TaskScheduler(() -> new RequestId(++runs), random);
        for (int i = 0; i < STEPS; i++) {
            event();
            deliver();
        }
        settle();

        assertThat(submitted.keySet())
                .as("seed %d: tasks that never ended", seed)
                .allMatch(key -> isDirect(key)
                        ? directEnds.get(key) == submitted.get(key).targets().size()
                        : ended.containsKey(key));
        assertThat(scheduler.unplaced()).isZero();
        assertThat(scheduler.nextAlarm()).isEmpty();
        assertThat(scheduler.loads()).allMatch(load -> load.running() + load.queued() == 0);
        assertThat(owners.keySet()).allMatch(run -> scheduler.owner(run).isEmpty());
    }

    private void event() {
        switch (random.nextInt(200)) {
            case 0, 1, 2 -> join();
            case 3 -> lose();
            case 4, 5, 6, 7, 8, 9 -> submit();
            case 10, 11, 12 -> cancel();
            case 13, 14, 15, 16, 17, 18 -> pass(Duration.ofMillis(random.nextInt(10)));
            case 19 -> scheduler.recycle(random.nextInt(20));
            default -> anyEngine().ifPresent(this::work);
        }
    }

    private void submit() {
        long client = 1 + random.nextInt(2);
        List<TaskOptions> options = new ArrayList<>();
        List<TaskSpec> specs = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            long task = ++lastId[(int) client];
            options.add(random.nextInt(10) == 0 ? direct() : balanced(task));
            specs.add(new TaskSpec(new TaskId(task), 0, options.size() - 1, List.of()));
            submitted.put(new Key(client, task), options.getLast());
        }
        scheduler.submitted(
                now, client, Machine.SESSION, new TaskMessage.Submit(List.of(Machine.FUNCTION), options, specs));
    }

    private TaskOptions direct() {
        return new TaskOptions(targets(1 + random.nextInt(2)), Optional.empty(), false, limit(30), "");
    }

    private TaskOptions balanced(long task) {
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0 && task > 1; i--) {
            Set<TaskId> tasks = new HashSet<>();
            for (int k = random.nextInt(4); k >= 0; k--) {
                tasks.add(new TaskId(Math.max(1, task - 1 - random.nextInt(30))));
            }
            boolean success = random.nextInt(4) > 0;
            dependencies.add(new Dependency(
                    List.copyOf(tasks),
                    random.nextInt(8) == 0,
                    random.nextBoolean(),
                    success,
                    !success || random.nextBoolean()));
        }
        TaskPolicy[] policies = TaskPolicy.values();
        return new TaskOptions(
                random.nextInt(6) == 0 ? targets(3) : List.of(),
                Optional.of(new Balance(
                        random.nextInt(3),
                        random.nextInt(4),
                        dependencies,
                        random.nextInt(8) == 0 ? OptionalInt.of(0) : OptionalInt.empty(),
                        random.nextInt(8) == 0 ? Set.of("tag") : Set.of(),
                        limit(50),
                        policies[random.nextInt(policies.length)],
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(3)))),
                false,
                limit(30),
                "");
    }

    private List<EngineId> targets(int count) {
        Set<EngineId> targets = new HashSet<>();
        for (int i = 0; i < count; i++) {
            targets.add(new EngineId(random.nextInt(ENGINES)));
        }
        return List.copyOf(targets);
    }

    private Optional<Duration> limit(int millis) {
        return random.nextInt(10) == 0 ? Optional.of(Duration.ofMillis(1 + random.nextInt(millis))) : Optional.empty();
    }

    private void cancel() {
        long client = 1 + random.nextInt(2);
        TaskId task = new TaskId(1 + random.nextLong(lastId[(int) client] + 2));
        scheduler.cancelled(now, client, new TaskMessage.Cancel(List.of(task), random.nextBoolean()));
    }

    private void join() {
        EngineId id = new EngineId(random.nextInt(ENGINES));
        if (!engines.containsKey(id)) {
            engines.put(id, new SimulatedEngine(id));
            scheduler.engineJoined(now, id, random.nextBoolean() ? Set.of("tag") : Set.of());
        }
    }

    private void lose() {
        anyEngine().ifPresent(engine -> {
            engines.remove(engine.id);
            scheduler.engineLost(now, engine.id, "killed");
        });
    }

    private Optional<SimulatedEngine> anyEngine() {
        List<SimulatedEngine> all = List.copyOf(engines.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
        scheduler.timePassed(now);
    }

    /** Something happens on an engine. */
    private void work(SimulatedEngine engine) {
        if (engine.hasMail() && random.nextInt(3) > 0) {
            engine.read();
        } else if (engine.canBegin() && random.nextBoolean()) {
            begins(engine, engine.begin());
        } else if (engine.top().isPresent()) {
            goOn(engine, engine.top().get());
        }
        if (random.nextInt(3) > 0) {
            scheduler.ended(now, engine.id, engine.ends());
        }
    }

    private void goOn(SimulatedEngine engine, SimulatedEngine.Begun top) {
        if (top.waiting || random.nextInt(5) == 0) {
            top.waiting = !top.waiting;
            scheduler.waits(now, engine.id, new TaskMessage.RunWaits(top.spec.run(), top.waiting));
        } else {
            Key key = owners.get(top.spec.run());
            begun.get(key).remove(engine);
            if (top.spec.predicate().isPresent() && !top.stopped && random.nextBoolean()) {
                attempts.merge(key, -1, Integer::sum);
                engine.end(new TaskOutcome.Unmet("not here"));
            } else {
                engine.end(random.nextInt(6) == 0 ? Machine.THROWN : Machine.VALUE);
            }
        }
    }

    private void begins(SimulatedEngine engine, SimulatedEngine.Begun run) {
        Key key = owners.get(run.spec.run());
        TaskOptions options = submitted.get(key);
        if (!options.targets().isEmpty()) {
            assertThat(options.targets()).as("%s begins where it may", key).contains(engine.id);
        }
        List<SimulatedEngine> where = begun.computeIfAbsent(key, _ -> new ArrayList<>());
        where.removeIf(other -> engines.get(other.id) != other);
        if (!isDirect(key)) {
            assertThat(where).as("%s does not run already", key).isEmpty();
            assertThat(ended).as("%s has not ended", key).doesNotContainKey(key);
            Balance balance = options.balance().orElseThrow();
            balance.dependencies().forEach(dependency -> isMet(key, dependency));
            assertThat(attempts.merge(key, 1, Integer::sum))
                    .as("attempts at %s", key)
                    .isLessThanOrEqualTo(1 + balance.retries());
        }
        where.add(engine);
    }

    private void isMet(Key key, Dependency dependency) {
        long counting = dependency.tasks().stream()
                .filter(task -> counts(new Key(key.client, task.value()), dependency))
                .count();
        assertThat(counting)
                .as("%s begins when %s is met", key, dependency)
                .isGreaterThanOrEqualTo(dependency.all() ? dependency.tasks().size() : 1);
    }

    private boolean counts(Key key, Dependency dependency) {
        if (isDirect(key)) {
            return directEnds.getOrDefault(key, 0)
                    == submitted.get(key).targets().size();
        }
        TaskEnd end = ended.get(key);
        return end != null
                && (end.outcome() instanceof TaskOutcome.Value ? dependency.success() : dependency.failure());
    }

    private boolean isDirect(Key key) {
        return submitted.get(key).balance().isEmpty();
    }

    private void deliver() {
        for (Order order : scheduler.orders()) {
            switch (order) {
                case Order.Send send -> send(send);
                case Order.Stop stop -> to(stop.engine(), stop);
                case Order.Recall recall -> to(recall.engine(), recall);
                case Order.Tell(long client, List<TaskEnd> ends) -> ends.forEach(end -> told(client, end));
                case Order.Defined _ -> throw new AssertionError("no task puts anything");
                case Order.Recycle(EngineId engine) -> {
                    engines.remove(engine);
                    scheduler.engineLost(now, engine, "recycled");
                    scheduler.engineLost(now, engine, "not to be started again");
                }
            }
        }
    }

    private void send(Order.Send send) {
        send.run()
                .runs()
                .forEach(spec -> scheduler
                        .owner(spec.run())
                        .ifPresent(owner -> owners.put(
                                spec.run(), new Key(owner.client(), owner.task().value()))));
        send.engines().forEach(engine -> to(engine, send));
    }

    private void to(EngineId engine, Order order) {
        assertThat(engines).as("%s is for an engine that is there", order).containsKey(engine);
        engines.get(engine).get(order);
    }

    private void told(long client, TaskEnd end) {
        Key key = new Key(client, end.task().value());
        if (isDirect(key)) {
            assertThat(directEnds.merge(key, 1, Integer::sum))
                    .as("ends of %s", key)
                    .isLessThanOrEqualTo(submitted.get(key).targets().size());
        } else {
            assertThat(ended.put(key, end)).as("%s ended before", key).isNull();
        }
    }

    /** Lets all that is left come to its end. */
    private void settle() {
        scheduler.recycle(0);
        deliver();
        for (int i = 0; i < ENGINES; i++) {
            EngineId id = new EngineId(i);
            if (engines.remove(id) != null) {
                scheduler.engineLost(now, id, "replaced");
            }
            engines.put(id, new SimulatedEngine(id));
            scheduler.engineJoined(now, id, Set.of("tag"));
            deliver();
        }
        for (int i = 0;
                i < 100_000
                        && (scheduler.unplaced() > 0
                                || isBusy()
                                || scheduler.nextAlarm().isPresent());
                i++) {
            engines.values().forEach(this::work);
            engines.values().forEach(engine -> scheduler.ended(now, engine.id, engine.ends()));
            deliver();
            pass(Duration.ofMillis(1));
            deliver();
        }
    }

    private boolean isBusy() {
        return scheduler.loads().stream().anyMatch(load -> load.running() + load.queued() > 0);
    }
}
