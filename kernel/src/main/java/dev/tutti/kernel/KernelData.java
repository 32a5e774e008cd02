package dev.tutti.kernel;

import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.SessionData;
import dev.tutti.kernel.magic.VariableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Moves values as tasks do: read where they are, carried encoded, set where they are wanted. Nothing is decoded on the
 * way.
 */
final class KernelData implements SessionData {

    private static final List<EngineId> LOCAL = ValueCalls.LOCAL;

    private final Kernel.Parts parts;
    private final CellListener listener;
    private final ValueCalls calls;

    KernelData(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.listener = listener;
        this.calls = new ValueCalls(parts, runner, listener);
    }

    @Override
    public void push(List<VariableName> names, TargetSpec targets) throws MagicException {
        List<EngineId> engines = others(targets, "%push");
        List<KernelTasks.Call> reads = new ArrayList<>();
        for (VariableName name : names) {
            reads.add(calls.read(name, LOCAL, Optional.empty()));
        }
        TaskResults values = calls.run(reads);
        try {
            if (calls.failed(values)) {
                return;
            }
            List<KernelTasks.Call> writes = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Name to = ValueCalls.name(names.get(i), calls.declared(names.get(i)));
                writes.add(ValueCalls.write(
                        to, engines, values.value(i, EngineId.LOCAL).orElseThrow()));
            }
            TaskResults written = calls.run(writes);
            calls.settle(writes, written);
            SortedSet<EngineId> done = new TreeSet<>(engines);
            done.removeAll(written.errors().keySet());
            if (!done.isEmpty()) {
                say("Pushed " + text(names) + " to " + EngineRanges.named(done) + ".");
            }
            calls.failed(written);
        } finally {
            calls.release(values.values());
        }
    }

    @Override
    public void pull(List<VariableName> names, TargetSpec targets, Optional<VariableName> to) throws MagicException {
        List<EngineId> engines = others(targets, "%pull");
        for (VariableName name : names) {
            calls.declared(name);
        }
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
            reads.add(calls.read(name, engines, Optional.empty()));
        }
        TaskResults values = calls.run(reads);
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
            TaskResults written = calls.run(writes);
            calls.settle(writes, written);
            if (!calls.failed(written) && !writes.isEmpty()) {
                String missing = values.errors().isEmpty()
                        ? ""
                        : ", without those of "
                                + EngineRanges.named(values.errors().keySet());
                say("Pulled " + text(names) + " from " + EngineRanges.named(engines) + missing
                        + to.map(name -> " into " + name).orElse("") + ".");
            }
            calls.failed(values);
        } finally {
            calls.release(values.values());
        }
    }

    private KernelTasks.Call one(VariableName from, Optional<VariableName> to, TaskResults values, int call)
            throws MagicException {
        Parcel value = values.value(call, values.succeeded(call).getFirst()).orElseThrow();
        SessionVariable source = calls.declared(from);
        Name name = to.isEmpty()
                ? ValueCalls.name(from, source)
                : calls.written(to.get(), from.path().isEmpty() ? source.type() : "Object");
        return ValueCalls.write(name, LOCAL, value);
    }

    private KernelTasks.Call list(VariableName from, VariableName to, TaskResults values, int call)
            throws MagicException {
        List<Parcel> parcels = values.succeeded(call).stream()
                .map(engine -> values.value(call, engine).orElseThrow())
                .toList();
        String element =
                from.path().isEmpty() ? ValueTypes.boxed(calls.declared(from).type()) : "Object";
        return ValueCalls.write(calls.written(to, "java.util.List<" + element + ">"), LOCAL, ValueCodec.list(parcels));
    }

    @Override
    public void scatter(VariableName name, TargetSpec targets, Optional<VariableName> to, boolean flatten)
            throws MagicException {
        List<EngineId> engines = others(targets, "%scatter");
        List<KernelTasks.Call> reads = new ArrayList<>();
        for (int i = 0; i < engines.size(); i++) {
            reads.add(calls.read(name, LOCAL, Optional.of(new TaskFunction.Part(i, engines.size(), flatten))));
        }
        TaskResults blocks = calls.run(reads);
        try {
            if (calls.failed(blocks)) {
                return;
            }
            SessionVariable source = calls.declared(name);
            Name part = to.isEmpty()
                    ? ValueCalls.name(name, source)
                    : calls.written(
                            to.get(), flatten ? ValueTypes.element(source.type()) : ValueTypes.block(source.type()));
            List<KernelTasks.Call> writes = new ArrayList<>();
            for (int i = 0; i < engines.size(); i++) {
                writes.add(ValueCalls.write(
                        part,
                        List.of(engines.get(i)),
                        blocks.value(i, EngineId.LOCAL).orElseThrow()));
            }
            TaskResults written = calls.run(writes);
            calls.settle(writes, written);
            SortedSet<EngineId> done = new TreeSet<>(engines);
            done.removeAll(written.errors().keySet());
            if (!done.isEmpty()) {
                say("Scattered " + name + " to " + EngineRanges.named(done)
                        + to.map(as -> " as " + as).orElse("") + ".");
            }
            calls.failed(written);
        } finally {
            calls.release(blocks.values());
        }
    }

    @Override
    public void gather(VariableName name, TargetSpec targets, Optional<VariableName> to) throws MagicException {
        List<EngineId> engines = others(targets, "%gather");
        SessionVariable source = calls.declared(name);
        boolean sequence = name.path().isEmpty() && ValueTypes.isSequence(source.type());
        if (to.isEmpty() && !sequence) {
            throw new MagicException(
                    name + " holds one value at each engine, which together make a list: give it a name" + " (%gather "
                            + name + " -o NAME).");
        }
        TaskResults blocks = calls.run(List.of(calls.read(name, engines, Optional.empty())));
        try {
            if (calls.failed(blocks)) {
                return; // a whole with holes would be taken for the whole
            }
            List<Parcel> pieces = engines.stream()
                    .map(engine -> blocks.value(0, engine).orElseThrow())
                    .toList();
            String type = !name.path().isEmpty()
                    ? "Object"
                    : sequence ? source.type() : "java.util.List<" + ValueTypes.boxed(source.type()) + ">";
            Name whole = to.isEmpty() ? ValueCalls.name(name, source) : calls.written(to.get(), type);
            List<KernelTasks.Call> writes = List.of(new KernelTasks.Call(new TaskFunction.Join(whole), LOCAL, pieces));
            TaskResults written = calls.run(writes);
            calls.settle(writes, written);
            if (!calls.failed(written)) {
                say("Gathered " + name + " from " + EngineRanges.named(engines)
                        + to.map(as -> " into " + as).orElse("") + ".");
            }
        } finally {
            calls.release(blocks.values());
        }
    }

    @Override
    public void copyTo(TargetSpec targets, List<Path> files, String folder) throws MagicException {
        new FileCopies(parts.tasks(), calls::run).to(others(targets, "%copy"), files, folder, this::told);
    }

    @Override
    public void copyFrom(TargetSpec targets, List<String> files, Path folder) throws MagicException {
        new FileCopies(parts.tasks(), calls::run).from(others(targets, "%copy"), files, folder, this::told);
    }

    private void told(String done, TaskResults results) {
        if (!done.isEmpty()) {
            say(done);
        }
        calls.failed(results);
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
