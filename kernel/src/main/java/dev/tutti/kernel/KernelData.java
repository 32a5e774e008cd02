package dev.tutti.kernel;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.compile.DeclaredVariable;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.SessionData;
import dev.tutti.kernel.magic.VariableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Moves values as tasks do: read where they are, carried encoded, set where they are wanted. Nothing is decoded on the
 * way.
 */
final class KernelData implements SessionData {

    private static final List<EngineId> LOCAL = List.of(EngineId.LOCAL);

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;

    KernelData(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
    }

    @Override
    public void push(List<VariableName> names, TargetSpec targets) throws MagicException {
        List<EngineId> engines = others(targets, "%push");
        List<KernelTasks.Call> reads = new ArrayList<>();
        for (VariableName name : names) {
            reads.add(read(name, LOCAL, Optional.empty()));
        }
        TaskResults values = run(reads);
        try {
            if (failed(values)) {
                return;
            }
            List<KernelTasks.Call> writes = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Name to = name(names.get(i), declared(names.get(i)));
                writes.add(write(to, engines, values.value(i, EngineId.LOCAL).orElseThrow()));
            }
            TaskResults written = run(writes);
            settle(writes, written);
            SortedSet<EngineId> done = new TreeSet<>(engines);
            done.removeAll(written.errors().keySet());
            if (!done.isEmpty()) {
                say("Pushed " + text(names) + " to " + EngineRanges.named(done) + ".");
            }
            failed(written);
        } finally {
            release(values.values());
        }
    }

    @Override
    public void pull(List<VariableName> names, TargetSpec targets, Optional<VariableName> to) throws MagicException {
        List<EngineId> engines = others(targets, "%pull");
        if (engines.size() > 1 && to.isEmpty()) {
            throw new MagicException(
                    "The " + EngineRanges.named(engines) + " have a value each, which together make a list: give"
                            + " it a name (%pull " + text(names) + " -o NAME), or say which one you want (-t 0).");
        }
        List<KernelTasks.Call> reads = new ArrayList<>();
        for (VariableName name : names) {
            if (to.isEmpty()) {
                name.requireWhole("%pull " + name);
            }
            reads.add(read(name, engines, Optional.empty()));
        }
        TaskResults values = run(reads);
        try {
            List<KernelTasks.Call> writes = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (!values.succeeded(i).isEmpty()) {
                    writes.add(
                            engines.size() == 1
                                    ? one(names.get(i), to, values, i)
                                    : list(names.get(i), to.get(), values, i));
                }
            }
            TaskResults written = run(writes);
            settle(writes, written);
            if (!failed(written) && !writes.isEmpty()) {
                String missing = values.errors().isEmpty()
                        ? ""
                        : ", without those of "
                                + EngineRanges.named(values.errors().keySet());
                say("Pulled " + text(names) + " from " + EngineRanges.named(engines) + missing
                        + to.map(name -> " into " + name).orElse("") + ".");
            }
            failed(values);
        } finally {
            release(values.values());
        }
    }

    private KernelTasks.Call one(VariableName from, Optional<VariableName> to, TaskResults values, int call)
            throws MagicException {
        Parcel value = values.value(call, values.succeeded(call).getFirst()).orElseThrow();
        SessionVariable source = declared(from);
        Name name = to.isEmpty()
                ? name(from, source)
                : written(to.get(), from.path().isEmpty() ? source.type() : "Object");
        return write(name, LOCAL, value);
    }

    private KernelTasks.Call list(VariableName from, VariableName to, TaskResults values, int call)
            throws MagicException {
        List<Parcel> parcels = values.succeeded(call).stream()
                .map(engine -> values.value(call, engine).orElseThrow())
                .toList();
        String element = from.path().isEmpty() ? ValueTypes.boxed(declared(from).type()) : "Object";
        return write(written(to, "java.util.List<" + element + ">"), LOCAL, ValueCodec.list(parcels));
    }

    @Override
    public void scatter(VariableName name, TargetSpec targets, Optional<VariableName> to, boolean flatten)
            throws MagicException {
        List<EngineId> engines = others(targets, "%scatter");
        List<KernelTasks.Call> reads = new ArrayList<>();
        for (int i = 0; i < engines.size(); i++) {
            reads.add(read(name, LOCAL, Optional.of(new TaskFunction.Part(i, engines.size(), flatten))));
        }
        TaskResults blocks = run(reads);
        try {
            if (failed(blocks)) {
                return;
            }
            SessionVariable source = declared(name);
            Name part = to.isEmpty()
                    ? name(name, source)
                    : written(to.get(), flatten ? ValueTypes.element(source.type()) : ValueTypes.block(source.type()));
            List<KernelTasks.Call> writes = new ArrayList<>();
            for (int i = 0; i < engines.size(); i++) {
                writes.add(write(
                        part,
                        List.of(engines.get(i)),
                        blocks.value(i, EngineId.LOCAL).orElseThrow()));
            }
            TaskResults written = run(writes);
            settle(writes, written);
            SortedSet<EngineId> done = new TreeSet<>(engines);
            done.removeAll(written.errors().keySet());
            if (!done.isEmpty()) {
                say("Scattered " + name + " to " + EngineRanges.named(done)
                        + to.map(as -> " as " + as).orElse("") + ".");
            }
            failed(written);
        } finally {
            release(blocks.values());
        }
    }

    @Override
    public void gather(VariableName name, TargetSpec targets, Optional<VariableName> to) throws MagicException {
        List<EngineId> engines = others(targets, "%gather");
        SessionVariable source = declared(name);
        boolean sequence = name.path().isEmpty() && ValueTypes.isSequence(source.type());
        if (to.isEmpty() && !sequence) {
            throw new MagicException(
                    name + " holds one value at each engine, which together make a list: give it a name" + " (%gather "
                            + name + " -o NAME).");
        }
        TaskResults blocks = run(List.of(read(name, engines, Optional.empty())));
        try {
            if (failed(blocks)) {
                return; // a whole with holes would be taken for the whole
            }
            List<Parcel> pieces = engines.stream()
                    .map(engine -> blocks.value(0, engine).orElseThrow())
                    .toList();
            String type = !name.path().isEmpty()
                    ? "Object"
                    : sequence ? source.type() : "java.util.List<" + ValueTypes.boxed(source.type()) + ">";
            Name whole = to.isEmpty() ? name(name, source) : written(to.get(), type);
            List<KernelTasks.Call> writes = List.of(new KernelTasks.Call(new TaskFunction.Join(whole), LOCAL, pieces));
            TaskResults written = run(writes);
            settle(writes, written);
            if (!failed(written)) {
                say("Gathered " + name + " from " + EngineRanges.named(engines)
                        + to.map(as -> " into " + as).orElse("") + ".");
            }
        } finally {
            release(blocks.values());
        }
    }

    /**
     * Gives a variable at local the results of a step as a list, in the order of the engines.
     *
     * @param engines those that have one
     */
    void storeResults(SessionVariable result, List<EngineId> engines, String to) throws MagicException {
        Name from = new Name(result.name(), Optional.of(result.ref()), List.of());
        TaskResults values =
                run(List.of(new KernelTasks.Call(new TaskFunction.Get(from, Optional.empty()), engines, List.of())));
        try {
            List<Parcel> parcels = values.succeeded(0).stream()
                    .map(engine -> values.value(0, engine).orElseThrow())
                    .toList();
            Name list = written(new VariableName(to), "java.util.List<" + ValueTypes.boxed(result.type()) + ">");
            List<KernelTasks.Call> writes = List.of(write(list, LOCAL, ValueCodec.list(parcels)));
            TaskResults written = run(writes);
            settle(writes, written);
            failed(written);
            failed(values);
        } finally {
            release(values.values());
        }
    }

    /** The values that variables have at local, encoded; empty for one that cannot travel. */
    List<Optional<Parcel>> readHere(List<SessionVariable> variables) throws MagicException {
        List<KernelTasks.Call> reads = variables.stream()
                .map(variable -> new Name(variable.name(), Optional.of(variable.ref()), List.of()))
                .map(name ->
                        new KernelTasks.Call(new TaskFunction.Get(name, Optional.empty()), LOCAL, List.<Parcel>of()))
                .toList();
        TaskResults values = run(reads);
        List<Optional<Parcel>> parcels = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            parcels.add(values.value(i, EngineId.LOCAL));
        }
        return parcels;
    }

    /** Gives a variable at local a value; declares it if there is none. @return whether that worked; else it was told */
    boolean putHere(String name, String type, Parcel value) throws MagicException {
        List<KernelTasks.Call> writes = List.of(write(written(new VariableName(name), type), LOCAL, value));
        TaskResults written = run(writes);
        settle(writes, written);
        return !failed(written);
    }

    /** Gives an engine values that were read here; what goes wrong there is shown as for a cell. */
    void putAt(EngineId engine, Map<SessionVariable, Parcel> values) throws MagicException {
        List<KernelTasks.Call> writes = new ArrayList<>();
        values.forEach((variable, value) -> writes.add(
                write(new Name(variable.name(), Optional.of(variable.ref()), List.of()), List.of(engine), value)));
        TaskResults written = run(writes);
        settle(writes, written);
        failed(written);
    }

    /** Nobody needs their bytes any more. */
    void releaseAll(Collection<Parcel> parcels) {
        release(parcels);
    }

    /** Puts texts of the kernel's own at local, as a list, under a name that is no variable's. */
    void give(String name, List<String> texts) throws MagicException {
        List<Parcel> parcels = new ArrayList<>();
        try {
            for (String text : texts) {
                parcels.add(parts.tasks().codec().encode(text).parcel());
            }
            Name to = new Name(name, Optional.empty(), List.of());
            failed(run(List.of(write(to, LOCAL, ValueCodec.list(parcels)))));
        } catch (UnsendableException e) {
            throw new MagicException(e.getMessage());
        } finally {
            release(parcels);
        }
    }

    @Override
    public void copyTo(TargetSpec targets, List<Path> files, String folder) throws MagicException {
        new FileCopies(parts.tasks(), this::run).to(others(targets, "%copy"), files, folder, this::told);
    }

    @Override
    public void copyFrom(TargetSpec targets, List<String> files, Path folder) throws MagicException {
        new FileCopies(parts.tasks(), this::run).from(others(targets, "%copy"), files, folder, this::told);
    }

    private void told(String done, TaskResults results) {
        if (!done.isEmpty()) {
            say(done);
        }
        failed(results);
    }

    // Names.

    private SessionVariable declared(VariableName name) throws MagicException {
        return parts.session()
                .compiler()
                .await()
                .variable(name.variable())
                .orElseThrow(() -> new MagicException(name.variable() + " is not declared. %who lists what is."));
    }

    private static Name name(VariableName name, SessionVariable variable) {
        return new Name(name.text(), Optional.of(variable.ref()), name.path());
    }

    /** A variable that is to get a value; declared if there is none. */
    private Name written(VariableName name, String type) {
        DeclaredVariable declared = parts.session().compiler().await().declare(name.text(), type);
        if (!declared.redefinitions().isEmpty()) {
            parts.tell(
                    parts.engines().live(),
                    new Message.Redefine(parts.session().compiler().session(), declared.redefinitions()));
        }
        return new Name(name.text(), declared.variable().map(SessionVariable::ref), List.of());
    }

    // Calls.

    private KernelTasks.Call read(VariableName name, List<EngineId> engines, Optional<TaskFunction.Part> part)
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

    private static KernelTasks.Call write(Name name, List<EngineId> engines, Parcel value) {
        return new KernelTasks.Call(new TaskFunction.Put(name), engines, List.of(value));
    }

    private TaskResults run(List<KernelTasks.Call> calls) throws MagicException {
        try {
            return parts.tasks().run(calls, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    /** What was written is defined there. */
    private void settle(List<KernelTasks.Call> writes, TaskResults written) {
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
    private boolean failed(TaskResults results) {
        if (results.errors().isEmpty()) {
            return false;
        }
        runner.failed(results.targets(), results.errors(), results.cancelled());
        return true;
    }

    private void release(Collection<Parcel> parcels) {
        parcels.forEach(parts.tasks().codec()::release);
    }

    private List<EngineId> others(TargetSpec targets, String magic) throws MagicException {
        try {
            List<EngineId> engines = parts.inOrder(targets);
            if (engines.contains(EngineId.LOCAL)) {
                throw new MagicException(
                        magic + " is between local and engines, so local cannot be one of the targets.");
            }
            return engines;
        } catch (TargetException | LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    private static String text(List<VariableName> names) {
        return String.join(" ", names.stream().map(VariableName::text).toList());
    }

    private void say(String sentence) {
        listener.print(sentence + "\n");
    }
}
