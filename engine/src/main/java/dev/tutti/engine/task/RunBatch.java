package dev.tutti.engine.task;

import dev.tutti.engine.codec.Referable;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.execute.Faults;
import dev.tutti.engine.execute.NotHereException;
import dev.tutti.engine.execute.TaskWork;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.woven.StoppedError;
import java.util.List;
import java.util.Optional;

/** The tasks of one message: what each does, from its parcels to its outcome. Main thread. */
final class RunBatch implements TaskWork.Batch {

    private final SessionTasks tasks;
    private final TaskMessage.Run run;
    private final Code[] codes;

    /** A decoded function and where its code lies. */
    private record Code(CodeScope scope, FunctionObject function) {}

    RunBatch(SessionTasks tasks, TaskMessage.Run run) {
        this.tasks = tasks;
        this.run = run;
        this.codes = new Code[run.functions().size()];
    }

    @Override
    public TaskOutcome run(RunSpec spec) {
        try {
            if (spec.predicate().isPresent() && !isMet(spec.predicate().getAsInt(), spec)) {
                return new TaskOutcome.Unmet("its predicate does not hold there");
            }
            return outcome(spec);
        } catch (RefusalException | UnsendableException e) {
            return new TaskOutcome.Refused(e.getMessage());
        } catch (StoppedError _) {
            return new TaskOutcome.Stopped(List.of());
        } catch (Throwable e) {
            return thrown(e);
        }
    }

    @Override
    public void discard(TaskOutcome outcome) {
        if (outcome instanceof TaskOutcome.Value value) {
            if (value.value().codec() == Codec.REFERENCE) {
                tasks.references.dropNewest();
            }
            tasks.plain.codec().release(value.value());
        }
    }

    private TaskOutcome outcome(RunSpec spec) throws Throwable {
        TaskFunction function = function(spec.function());
        CodeScope scope = tasks.plain;
        Object value;
        if (function instanceof TaskFunction.Call call) {
            Code code = code(spec.function(), call);
            scope = code.scope();
            value = call(code, decoded(spec.arguments(), scope));
        } else {
            value = valueOf(function, spec.arguments());
        }
        return new TaskOutcome.Value(spec.keep() ? kept(value) : encoded(value, scope));
    }

    private Object valueOf(TaskFunction function, List<Parcel> arguments) throws RefusalException, UnsendableException {
        switch (function) {
            case TaskFunction.Put(var name) -> tasks.names.put(name, only(arguments, name.text()));
            case TaskFunction.Join(var name) -> tasks.names.put(name, tasks.plain.join(arguments));
            case TaskFunction.Get(var name, var part) -> {
                Object whole = tasks.names.get(name);
                return part.isPresent() ? Blocks.part(name.text(), whole, part.get()) : whole;
            }
            case TaskFunction.Names() -> {
                return tasks.session.names().all();
            }
            case TaskFunction.Drop(var references, var names) -> {
                tasks.references.drop(references);
                tasks.session.names().drop(names);
            }
            case TaskFunction.Call _ -> throw new RefusalException("A call has code of its own.");
        }
        return null;
    }

    private boolean isMet(int predicate, RunSpec spec) throws Throwable {
        if (!(function(predicate) instanceof TaskFunction.Call call)) {
            throw new RefusalException("The task's predicate is no function of the user's.");
        }
        Code code = code(predicate, call);
        Object[] arguments = code.function().takesNothing() ? new Object[0] : decoded(spec.arguments(), code.scope());
        Object met = call(code, arguments);
        if (!(met instanceof Boolean)) {
            throw new RefusalException("The task's predicate gave "
                    + (met == null ? "null" : "a " + RefusalException.typeOf(met)) + ", not true or false.");
        }
        return (Boolean) met;
    }

    private static Object call(Code code, Object[] arguments) throws Throwable {
        Thread.currentThread().setContextClassLoader(code.scope().loader());
        return code.function().call(arguments);
    }

    private TaskFunction function(int index) throws RefusalException {
        if (index < 0 || index >= run.functions().size()) {
            throw new RefusalException("A task names function " + index + " of a message that has "
                    + run.functions().size() + ".");
        }
        return run.functions().get(index);
    }

    /** Decoded once for the tasks of a message. */
    private Code code(int index, TaskFunction.Call call) throws RefusalException, UnsendableException {
        Code code = codes[index];
        if (code == null) {
            CodeScope scope = tasks.plain;
            if (call.context().isPresent()) {
                scope = tasks.contexts.scope(run.client(), call.context().get());
            }
            code = new Code(scope, scope.function(call.code()));
            codes[index] = code;
        }
        return code;
    }

    private static Object[] decoded(List<Parcel> parcels, CodeScope scope)
            throws RefusalException, UnsendableException {
        Object[] values = new Object[parcels.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scope.decode(parcels.get(i), "argument");
        }
        return values;
    }

    private Parcel kept(Object value) throws UnsendableException {
        Referable reference = tasks.references.keep(value instanceof Block block ? block.copy() : value);
        return tasks.plain.codec().encode(reference).parcel();
    }

    private static Parcel encoded(Object value, CodeScope scope) throws RefusalException, UnsendableException {
        try {
            if (value instanceof Block block) {
                return scope.codec()
                        .encodeRange(block.sequence(), block.from(), block.to())
                        .parcel();
            }
            return scope.codec().encode(value).parcel();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            throw new RefusalException(
                    "The task's value, a " + RefusalException.typeOf(value) + ", could not be sent: " + e, e);
        }
    }

    private TaskOutcome thrown(Throwable thrown) {
        try {
            Throwable inner = Faults.unwrap(thrown);
            if (inner instanceof NotHereException notHere) {
                return new TaskOutcome.Unmet(notHere.getMessage());
            }
            return new TaskOutcome.Thrown(Faults.of(inner), exception(inner));
        } catch (StoppedError _) {
            return new TaskOutcome.Stopped(List.of());
        }
    }

    /** The exception itself, if it can travel in its message. */
    private Optional<Parcel> exception(Throwable thrown) {
        try {
            Parcel parcel = tasks.plain.codec().encode(thrown).parcel();
            if (parcel instanceof Parcel.Inline) {
                return Optional.of(parcel);
            }
            tasks.plain.codec().release(parcel);
            return Optional.empty();
        } catch (StoppedError e) {
            throw e;
        } catch (UnsendableException | RuntimeException | Error _) {
            return Optional.empty(); // its fault tells what there is to tell
        }
    }

    private Object only(List<Parcel> arguments, String name) throws RefusalException, UnsendableException {
        if (arguments.size() != 1) {
            throw new RefusalException(
                    "One value can be put under " + name + ", the task brings " + arguments.size() + ".");
        }
        return tasks.plain.decode(arguments.getFirst(), "value");
    }
}
