package dev.tutti.engine.wire;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The layouts of tasks and runs on their way to an engine, and of what is to be kept to in placing them. */
final class TaskCodec {

    /** Bytes that a task takes at least: its number, function, options, count of arguments. */
    private static final int LEAST_TASK = 20;

    /** Bytes that a run takes at least. */
    private static final int LEAST_RUN = 18;

    private static final TaskPolicy[] POLICIES = TaskPolicy.values();

    private TaskCodec() {}

    static void putTasks(BodyWriter w, List<TaskSpec> tasks) {
        int count = tasks.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            TaskSpec task = tasks.get(i);
            w.putLong(task.id().value()).putInt(task.function()).putInt(task.options());
            ParcelCodec.putAll(w, task.arguments());
        }
    }

    static List<TaskSpec> getTasks(BodyReader r) throws ProtocolException {
        TaskSpec[] tasks = new TaskSpec[r.getCount(LEAST_TASK)];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = new TaskSpec(new TaskId(r.getLong()), r.getInt(), r.getInt(), ParcelCodec.getAll(r));
        }
        return List.of(tasks);
    }

    static void putRuns(BodyWriter w, List<RunSpec> runs) {
        int count = runs.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            RunSpec run = runs.get(i);
            w.putLong(run.run().value()).putInt(run.function());
            putOptionalInt(w, run.predicate());
            ParcelCodec.putAll(w, run.arguments());
            w.putBoolean(run.keep());
        }
    }

    static List<RunSpec> getRuns(BodyReader r) throws ProtocolException {
        RunSpec[] runs = new RunSpec[r.getCount(LEAST_RUN)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new RunSpec(
                    new RequestId(r.getLong()), r.getInt(), getOptionalInt(r), ParcelCodec.getAll(r), r.getBoolean());
        }
        return List.of(runs);
    }

    static void putOptions(BodyWriter w, TaskOptions options) {
        putEngines(w, options.targets());
        w.putOptional(options.balance(), TaskCodec::putBalance)
                .putBoolean(options.keep())
                .putOptional(options.running(), TaskCodec::putDuration)
                .putString(options.label());
    }

    static TaskOptions getOptions(BodyReader r) throws ProtocolException {
        return new TaskOptions(
                getEngines(r),
                r.getOptional(TaskCodec::getBalance),
                r.getBoolean(),
                r.getOptional(TaskCodec::getDuration),
                r.getString());
    }

    private static void putBalance(BodyWriter w, Balance balance) {
        w.putInt(balance.priority())
                .putInt(balance.retries())
                .putList(balance.dependencies(), TaskCodec::putDependency);
        putOptionalInt(w, balance.predicate());
        putSet(w, balance.resources());
        w.putOptional(balance.waiting(), TaskCodec::putDuration)
                .putByte(balance.policy().ordinal());
        putOptionalInt(w, balance.highWater());
    }

    private static Balance getBalance(BodyReader r) throws ProtocolException {
        return new Balance(
                r.getInt(),
                r.getInt(),
                r.getList(TaskCodec::getDependency),
                getOptionalInt(r),
                getSet(r),
                r.getOptional(TaskCodec::getDuration),
                getPolicy(r),
                getOptionalInt(r));
    }

    private static TaskPolicy getPolicy(BodyReader r) throws ProtocolException {
        int code = r.getByte();
        if (code < 0 || code >= POLICIES.length) {
            throw new ProtocolException("A task has the unknown policy " + code);
        }
        return POLICIES[code];
    }

    private static void putDependency(BodyWriter w, Dependency dependency) {
        putTaskIds(w, dependency.tasks());
        w.putBoolean(dependency.follow())
                .putBoolean(dependency.all())
                .putBoolean(dependency.success())
                .putBoolean(dependency.failure());
    }

    private static Dependency getDependency(BodyReader r) throws ProtocolException {
        return new Dependency(getTaskIds(r), r.getBoolean(), r.getBoolean(), r.getBoolean(), r.getBoolean());
    }

    static void putTaskIds(BodyWriter w, List<TaskId> tasks) {
        int count = tasks.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            w.putLong(tasks.get(i).value());
        }
    }

    static List<TaskId> getTaskIds(BodyReader r) throws ProtocolException {
        TaskId[] tasks = new TaskId[r.getCount(Long.BYTES)];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = new TaskId(r.getLong());
        }
        return List.of(tasks);
    }

    static void putEngines(BodyWriter w, List<EngineId> engines) {
        int count = engines.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            w.putInt(engines.get(i).number());
        }
    }

    static List<EngineId> getEngines(BodyReader r) throws ProtocolException {
        EngineId[] engines = new EngineId[r.getCount(Integer.BYTES)];
        for (int i = 0; i < engines.length; i++) {
            engines[i] = new EngineId(r.getInt());
        }
        return List.of(engines);
    }

    static void putSet(BodyWriter w, Set<String> set) {
        w.putInt(set.size());
        for (String element : set) {
            w.putString(element);
        }
    }

    static Set<String> getSet(BodyReader r) throws ProtocolException {
        return Set.copyOf(r.getList(BodyReader::getString));
    }

    static void putDuration(BodyWriter w, Duration duration) {
        w.putLong(duration.getSeconds()).putInt(duration.getNano());
    }

    static Duration getDuration(BodyReader r) throws ProtocolException {
        long seconds = r.getLong();
        int nanos = r.getInt();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new ProtocolException("A duration has " + nanos + " nanoseconds besides its seconds");
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    private static void putOptionalInt(BodyWriter w, OptionalInt value) {
        w.putBoolean(value.isPresent());
        if (value.isPresent()) {
            w.putInt(value.getAsInt());
        }
    }

    private static OptionalInt getOptionalInt(BodyReader r) throws ProtocolException {
        return r.getBoolean() ? OptionalInt.of(r.getInt()) : OptionalInt.empty();
    }
}
