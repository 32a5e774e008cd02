package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.compile.DeclaredVariable;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.VariableName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What all ways of moving values are made of: names that are meant, calls that read and write, and what is known after
 * them. Nothing is decoded on the way.
 */
final class ValueCalls {

    static final List<EngineId> LOCAL = List.of(EngineId.LOCAL);

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;

    ValueCalls(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
    }

    // Names.

    SessionVariable declared(VariableName name) throws MagicException {
        return parts.session()
                .compiler()
                .await()
                .variable(name.variable())
                .orElseThrow(() -> new MagicException(name.variable() + " is not declared. %who lists what is."));
    }

    static Name name(VariableName name, SessionVariable variable) {
        return new Name(name.text(), Optional.of(variable.ref()), name.path());
    }

    /** A variable that is to get a value; declared if there is none. */
    Name written(VariableName name, String type) {
        DeclaredVariable declared = parts.session().compiler().await().declare(name.text(), type);
        if (!declared.redefinitions().isEmpty()) {
            parts.tell(
                    parts.engines().live(),
                    new Message.Redefine(parts.session().compiler().session(), declared.redefinitions()));
        }
        return new Name(name.text(), declared.variable().map(SessionVariable::ref), List.of());
    }

    // Calls.

    KernelTasks.Call read(VariableName name, List<EngineId> engines, Optional<TaskFunction.Part> part)
            throws MagicException {
        SessionVariable variable = declared(name);
        SortedSet<EngineId> defined = parts.session().places().definedAt(variable.ref());
        SortedSet<EngineId> missing = new TreeSet<>(engines);
        missing.removeAll(defined);
        if (!missing.isEmpty()) {
            throw new MagicException(name.variable() + " is not defined at "
                    + (missing.size() == engines.size() && !missing.contains(EngineId.LOCAL)
                            ? "any of " + EngineRanges.named(missing)
                            : EngineRanges.named(missing))
                    + (defined.isEmpty()
                            ? " (it is defined nowhere)."
                            : " (it is defined at: " + EngineRanges.of(defined) + ")."));
        }
        return new KernelTasks.Call(new TaskFunction.Get(name(name, variable), part), engines, List.of());
    }

    static KernelTasks.Call write(Name name, List<EngineId> engines, Parcel value) {
        return new KernelTasks.Call(new TaskFunction.Put(name), engines, List.of(value));
    }

    TaskResults run(List<KernelTasks.Call> calls) throws MagicException {
        try {
            return parts.tasks().run(calls, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    /** What was written is defined there. */
    void settle(List<KernelTasks.Call> writes, TaskResults written) {
        for (int i = 0; i < writes.size(); i++) {
            Optional<Name> name = switch (writes.get(i).function()) {
                case TaskFunction.Put(var put) -> Optional.of(put);
                case TaskFunction.Join(var joined) -> Optional.of(joined);
                case TaskFunction.Call _, TaskFunction.Get _, TaskFunction.Names _, TaskFunction.Drop _ ->
                    Optional.empty();
            };
            List<EngineId> done = written.succeeded(i);
            name.flatMap(Name::variable)
                    .ifPresent(variable ->
                            done.forEach(engine -> parts.session().places().define(engine, variable)));
        }
    }

    /** Shows what went wrong. Tells whether anything did. */
    boolean failed(TaskResults results) {
        if (results.errors().isEmpty()) {
            return false;
        }
        runner.failed(results.targets(), results.errors(), results.cancelled());
        return true;
    }

    void release(Collection<Parcel> parcels) {
        parcels.forEach(parts.tasks().codec()::release);
    }
}
