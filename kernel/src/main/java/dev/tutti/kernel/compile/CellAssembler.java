package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CellTransaction.Evaluated;
import dev.tutti.kernel.compile.CellTransaction.Invocation;
import dev.tutti.kernel.compile.ClassWeaver.Weaving;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import jdk.jshell.Snippet;

/** Makes the steps of a compiled cell out of what JShell did for it: which classes go out, and what is called. */
final class CellAssembler {

    /** A class that goes out with the cell, as javac made it and as engines get it. */
    record Outgoing(RecordedClass original, ClassFile woven) {}

    /** The result of a step. */
    record StepResult(Optional<Snippet> variable, boolean suppressed) {}

    private final CellTransaction transaction;
    private final ClassJournal journal;
    private final ClassWeaver weaver;
    private final Map<String, Set<LiveSnippet>> byWrapper = new HashMap<>();
    private final Map<VariableRef, SessionVariable> variables = new HashMap<>();
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final Map<String, ClassFile> generated = new LinkedHashMap<>();
    private final Map<String, SureReads> reads = new HashMap<>();
    private final Map<String, Set<VariableRef>> declares = new HashMap<>();
    private int moved;

    CellAssembler(CellTransaction transaction, ClassWeaver weaver, List<LiveSnippet> live) {
        this.transaction = transaction;
        this.journal = transaction.session().journal();
        this.weaver = weaver;
        transaction.evaluated().forEach(e -> {
            LiveSnippet snippet = transaction.session().look(e.snippet(), e.origin());
            byWrapper.put(snippet.wrapper(), new LinkedHashSet<>(Set.of(snippet)));
        });
        transaction.session().results().typed().forEach(v -> variables.put(v.ref(), v));
        for (LiveSnippet snippet : live) {
            byWrapper
                    .computeIfAbsent(snippet.wrapper(), _ -> new LinkedHashSet<>())
                    .add(snippet);
            snippet.variable().ifPresent(v -> variables.put(v.ref(), v));
        }
    }

    /** Class files that are the session's once the cell is committed. */
    List<Outgoing> outgoing() {
        return outgoing;
    }

    /** Class files that JShell does not know. */
    List<ClassFile> generated() {
        return List.copyOf(generated.values());
    }

    List<CompiledStep> steps(List<StepResult> results) {
        List<List<CompiledEntry>> entries = new ArrayList<>();
        List<Map<String, Optional<RecordedClass>>> roots = new ArrayList<>();
        Set<VariableRef> assigned = new LinkedHashSet<>();
        for (int step = 0; step < results.size(); step++) {
            entries.add(new ArrayList<>());
            roots.add(new LinkedHashMap<>());
        }
        for (Evaluated snippet : transaction.evaluated()) {
            int step = snippet.step();
            String wrapper = transaction
                    .session()
                    .look(snippet.snippet(), snippet.origin())
                    .wrapper();
            roots.get(step).put(wrapper, Optional.empty());
            boolean isResult = results.get(step)
                    .variable()
                    .filter(r -> r == snippet.snippet())
                    .isPresent();
            for (Invocation invocation : snippet.invocations()) {
                RecordedClass entry = entryClass(invocation.wrapper());
                roots.get(step).put(entry.name(), Optional.of(entry));
                entries.get(step).add(entry(snippet, invocation, entry, isResult, assigned));
            }
        }
        transaction.touched().forEach((name, step) -> roots.get(step).putIfAbsent(name, Optional.empty()));
        List<CompiledStep> steps = new ArrayList<>();
        Set<String> sent = new LinkedHashSet<>();
        for (int step = 0; step < results.size(); step++) {
            steps.add(step(roots.get(step), entries.get(step), results.get(step), sent));
        }
        return steps;
    }

    /** The wrapper itself, or its code as a class of its own where engines have or get the wrapper with other code. */
    private RecordedClass entryClass(RecordedClass wrapper) {
        Optional<RecordedClass> shipped = journal.shipped(wrapper.name());
        boolean newest = journal.newest(wrapper.name()).orElseThrow() == wrapper;
        if (shipped.isEmpty() && newest || wrapper.variable().isEmpty() || !wrapper.standsAlone()) {
            return wrapper;
        }
        String name = InitialiserMove.name(wrapper.name(), transaction.number(), moved++);
        byWrapper.put(name, byWrapper.getOrDefault(wrapper.name(), Set.of()));
        return InitialiserMove.move(wrapper, name);
    }

    private CompiledEntry entry(
            Evaluated snippet, Invocation invocation, RecordedClass entry, boolean result, Set<VariableRef> assigned) {
        List<VariableRef> declared = invocation.wrapper().variable().stream()
                .map(f -> new VariableRef(
                        invocation.wrapper().name(), f.fieldName().stringValue()))
                .filter(v -> !v.field().equals("$UNNAMED"))
                .toList();
        declares.put(entry.name(), Set.copyOf(declared));
        SureReads sure = new ReadsAnalysis(journal, assigned).of(entry);
        reads.put(entry.name(), sure);
        assigned.addAll(declared);
        assigned.addAll(EntryWrites.of(entry));
        assigned.addAll(journal.laterWrites());
        List<SessionVariable> known = sure.variables().stream()
                .filter(variables::containsKey)
                .map(variables::get)
                .toList();
        sure.places().removeIf(p -> known.size() < sure.variables().size());
        EntryPoint point = new EntryPoint(entry.name(), invocation.method(), declared, result);
        return new CompiledEntry(point, known);
    }

    private CompiledStep step(
            Map<String, Optional<RecordedClass>> roots,
            List<CompiledEntry> entries,
            StepResult result,
            Set<String> sent) {
        List<ClassFile> classes = new ArrayList<>();
        List<ClassFile> redefinitions = new ArrayList<>();
        Set<VariableRef> holders = new LinkedHashSet<>();
        Map<String, Optional<RecordedClass>> wanted = new LinkedHashMap<>(roots);
        roots.forEach((name, moved) ->
                moved.ifPresent(m -> m.references().forEach(r -> wanted.putIfAbsent(r, Optional.empty()))));
        journal.reachable(wanted.keySet()).forEach(name -> wanted.putIfAbsent(name, Optional.empty()));
        wanted.forEach((name, given) -> {
            Optional<RecordedClass> newest = journal.newest(name).or(() -> given);
            if (newest.isEmpty() || sent.contains(name)) {
                return;
            }
            Optional<RecordedClass> shipped = journal.shipped(name);
            boolean isRoot = roots.containsKey(name);
            boolean keepsField = shipped.isPresent() && InitialiserMove.fits(shipped.get(), newest.get());
            boolean same = shipped.isPresent()
                    && !isRoot
                    && Arrays.equals(shipped.get().bytes(), newest.get().bytes());
            if (keepsField || same) {
                return;
            }
            ClassFile woven = weave(newest.get(), holders);
            if (shipped.isEmpty()) {
                classes.add(woven);
            } else if (!Arrays.equals(journal.woven(name).orElseThrow().bytes(), woven.bytes())) {
                redefinitions.add(woven);
            } else {
                return;
            }
            sent.add(name);
            if (journal.newest(name).isPresent()) {
                outgoing.add(new Outgoing(newest.get(), woven));
            } else {
                generated.put(name, woven);
            }
        });
        holders.forEach(variable -> {
            String name = DefinitionHolder.name(variable);
            if (journal.woven(name).isEmpty() && !generated.containsKey(name)) {
                ClassFile holder = DefinitionHolder.generate(variable);
                generated.put(name, holder);
                classes.add(holder);
            }
        });
        Optional<SessionVariable> variable = result.variable()
                .flatMap(r -> variables.values().stream()
                        .filter(v -> r instanceof jdk.jshell.VarSnippet named
                                && v.name().equals(named.name()))
                        .findFirst());
        return new CompiledStep(classes, redefinitions, entries, variable, result.suppressed());
    }

    private ClassFile weave(RecordedClass recorded, Set<VariableRef> holders) {
        String owner = byWrapper.containsKey(recorded.name()) ? recorded.name() : WrapperName.of(recorded.name());
        Set<LiveSnippet> snippets = byWrapper.getOrDefault(owner, Set.of());
        List<WrapperLines> lines = snippets.stream()
                .map(s -> new WrapperLines(transaction.session().analysis().wrapper(s.snippet()), s.origin()))
                .toList();
        CellNumber cell = snippets.stream()
                .map(s -> s.origin().cell())
                .max(Comparator.naturalOrder())
                .orElse(transaction.number());
        Weaving weaving = new Weaving(
                cell,
                lines.isEmpty() ? IntUnaryOperator.identity() : WrapperLines.of(lines),
                declares.getOrDefault(recorded.name(), Set.of()),
                reads.getOrDefault(recorded.name(), SureReads.none()).places());
        return weaver.weave(recorded, weaving, holders);
    }
}
