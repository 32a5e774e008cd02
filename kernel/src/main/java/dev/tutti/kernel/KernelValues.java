package dev.tutti.kernel;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.VariableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that the kernel itself reads and sets: results that are kept, texts of its own, what is stored. */
final class KernelValues {

    private final Kernel.Parts parts;
    private final ValueCalls calls;

    KernelValues(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.calls = new ValueCalls(parts, runner, listener);
    }

    /**
     * Gives a variable at local the results of a step as a list, in the order of the engines.
     *
     * @param engines those that have one
     */
    void storeResults(SessionVariable result, List<EngineId> engines, String to) throws MagicException {
        Name from = new Name(result.name(), Optional.of(result.ref()), List.of());
        TaskResults values = calls.run(
                List.of(new KernelTasks.Call(new TaskFunction.Get(from, Optional.empty()), engines, List.of())));
        try {
            List<Parcel> parcels = values.succeeded(0).stream()
                    .map(engine -> values.value(0, engine).orElseThrow())
                    .toList();
            Name list = calls.written(new VariableName(to), "java.util.List<" + ValueTypes.boxed(result.type()) + ">");
            List<KernelTasks.Call> writes = List.of(ValueCalls.write(list, ValueCalls.LOCAL, ValueCodec.list(parcels)));
            TaskResults written = calls.run(writes);
            calls.settle(writes, written);
            calls.failed(written);
            calls.failed(values);
        } finally {
            calls.release(values.values());
        }
    }

    /** The values that variables have at local, encoded; empty for one that cannot travel. */
    List<Optional<Parcel>> readHere(List<SessionVariable> variables) throws MagicException {
        List<KernelTasks.Call> reads = variables.stream()
                .map(variable -> new Name(variable.name(), Optional.of(variable.ref()), List.of()))
                .map(name -> new KernelTasks.Call(
                        new TaskFunction.Get(name, Optional.empty()), ValueCalls.LOCAL, List.<Parcel>of()))
                .toList();
        TaskResults values = calls.run(reads);
        List<Optional<Parcel>> parcels = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            parcels.add(values.value(i, EngineId.LOCAL));
        }
        return parcels;
    }

    /** Gives a variable at local a value; declares it if there is none. @return whether that worked; else it was told */
    boolean putHere(String name, String type, Parcel value) throws MagicException {
        List<KernelTasks.Call> writes =
                List.of(ValueCalls.write(calls.written(new VariableName(name), type), ValueCalls.LOCAL, value));
        TaskResults written = calls.run(writes);
        calls.settle(writes, written);
        return !calls.failed(written);
    }

    /** Gives an engine values that were read here; what goes wrong there is shown as for a cell. */
    void putAt(EngineId engine, Map<SessionVariable, Parcel> values) throws MagicException {
        List<KernelTasks.Call> writes = new ArrayList<>();
        values.forEach((variable, value) -> writes.add(ValueCalls.write(
                new Name(variable.name(), Optional.of(variable.ref()), List.of()), List.of(engine), value)));
        TaskResults written = calls.run(writes);
        calls.settle(writes, written);
        calls.failed(written);
    }

    /** Nobody needs their bytes any more. */
    void releaseAll(Collection<Parcel> parcels) {
        calls.release(parcels);
    }

    /** Puts texts of the kernel's own at local, as a list, under a name that is no variable's. */
    void give(String name, List<String> texts) throws MagicException {
        List<Parcel> parcels = new ArrayList<>();
        try {
            for (String text : texts) {
                parcels.add(parts.tasks().codec().encode(text).parcel());
            }
            Name to = new Name(name, Optional.empty(), List.of());
            calls.failed(calls.run(List.of(ValueCalls.write(to, ValueCalls.LOCAL, ValueCodec.list(parcels)))));
        } catch (UnsendableException e) {
            throw new MagicException(e.getMessage());
        } finally {
            calls.release(parcels);
        }
    }
}
