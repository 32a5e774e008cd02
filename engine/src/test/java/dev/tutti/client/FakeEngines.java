package dev.tutti.client;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Engines that do at once, in the calling thread, what they are sent: a reaction of a {@link ScriptedLink}. */
final class FakeEngines {

    /** Which engine runs now, for functions of tests. */
    static final ThreadLocal<Integer> ENGINE = new ThreadLocal<>();

    final Map<Integer, Map<String, Object>> names = new HashMap<>();
    final Map<Long, Object> kept = new HashMap<>();
    private final TableCodec codec;
    private long lastKept;

    FakeEngines(TableCodec codec) {
        this.codec = codec;
    }

    List<TaskMessage> react(TaskMessage message) {
        if (!(message instanceof TaskMessage.Submit submit)) {
            return List.of();
        }
        List<TaskEnd> ends = new ArrayList<>();
        for (TaskSpec task : submit.tasks()) {
            TaskOptions how = submit.options().get(task.options());
            if (how.balance().isPresent()) {
                EngineId engine = how.targets().isEmpty()
                        ? new EngineId(0)
                        : how.targets().getFirst();
                TaskOutcome outcome = run(engine, submit.functions().get(task.function()), task, how.keep());
                ends.add(new TaskEnd(task.id(), Optional.of(engine), outcome, 1000, 2000, 3_000_000, 1_000_000));
                continue;
            }
            // The last target answers first: results must not depend on who is faster.
            for (EngineId engine : how.targets().reversed()) {
                TaskOutcome outcome = run(engine, submit.functions().get(task.function()), task, how.keep());
                ends.add(new TaskEnd(task.id(), Optional.of(engine), outcome, 1000, 2000, 3_000_000, 1_000_000));
            }
        }
        return List.of(new TaskMessage.TasksEnded(ends));
    }

    private TaskOutcome run(EngineId engine, TaskFunction function, TaskSpec task, boolean keep) {
        ENGINE.set(engine.number());
        try {
            Object value = value(engine, function, task.arguments());
            if (keep) {
                kept.put(++lastKept, value);
                byte[] bytes = ByteBuffer.allocate(12)
                        .putInt(engine.number())
                        .putLong(lastKept)
                        .array();
                return new TaskOutcome.Value(new Parcel.Inline(Codec.REFERENCE, bytes));
            }
            return new TaskOutcome.Value(codec.encode(value).parcel());
        } catch (UnsendableException e) {
            return new TaskOutcome.Refused(e.getMessage());
        } catch (Exception e) {
            return new TaskOutcome.Thrown(fault(e), original(e));
        } finally {
            ENGINE.remove();
        }
    }

    static Fault fault(Exception e) {
        return new Fault(
                e.getClass().getName(),
                Optional.ofNullable(e.getMessage()),
                List.of(new Frame("REPL.$JShell$3", "f", "cell 3", 2)),
                Optional.empty(),
                List.of());
    }

    private Optional<Parcel> original(Exception e) {
        try {
            return e instanceof IllegalStateException
                    ? Optional.empty()
                    : Optional.of(codec.encode(e).parcel());
        } catch (UnsendableException _) {
            return Optional.empty();
        }
    }

    private Object value(EngineId engine, TaskFunction function, List<Parcel> parcels) throws Exception {
        List<Object> arguments = new ArrayList<>();
        for (Parcel parcel : parcels) {
            arguments.add(decode(parcel));
        }
        Map<String, Object> own = names.computeIfAbsent(engine.number(), _ -> new HashMap<>());
        return switch (function) {
            case TaskFunction.Call(_, var code) -> call(decode(code), arguments);
            case TaskFunction.Put(var name) -> own.put(name.text(), arguments.getFirst()) == null ? null : null;
            case TaskFunction.Get(var name, _) -> get(own, name);
            case TaskFunction.Drop(var references, _) -> {
                kept.keySet().removeAll(references);
                yield null;
            }
            case TaskFunction.Join _ -> throw new AssertionError("never sent");
            case TaskFunction.Names _ -> List.copyOf(own.keySet());
        };
    }

    private static Object get(Map<String, Object> own, Name name) throws UnsendableException {
        if (!own.containsKey(name.text())) {
            throw new UnsendableException(name.text() + " is not defined here.");
        }
        return own.get(name.text());
    }

    private Object decode(Parcel parcel) throws UnsendableException {
        if (parcel.codec() == Codec.REFERENCE) {
            long number = ByteBuffer.wrap(((Parcel.Inline) parcel).bytes()).getLong(4);
            if (!kept.containsKey(number)) {
                throw new UnsendableException("The value of a reference is not on the engine any more.");
            }
            return kept.get(number);
        }
        return codec.decode(parcel);
    }

    @SuppressWarnings("unchecked") // the tests' own functions
    private static Object call(Object function, List<Object> arguments) throws Exception {
        return switch (function) {
            case Callable<?> callable -> callable.call();
            case Runnable action -> {
                action.run();
                yield null;
            }
            case Function<?, ?> one -> ((Function<Object, Object>) one).apply(arguments.get(0));
            case BiFunction<?, ?, ?> two ->
                ((BiFunction<Object, Object, Object>) two).apply(arguments.get(0), arguments.get(1));
            case Fn3<?, ?, ?, ?> three ->
                ((Fn3<Object, Object, Object, Object>) three)
                        .apply(arguments.get(0), arguments.get(1), arguments.get(2));
            default -> throw new AssertionError(function);
        };
    }
}
