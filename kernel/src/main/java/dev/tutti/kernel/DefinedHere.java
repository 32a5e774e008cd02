package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.CompiledEntry;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.Loss;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.view.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the variables that a cell surely reads have a value at its targets, before anything runs. Reading a variable at
 * a place that never ran its declaration is an error with a remedy, never a silent 0 or null.
 */
final class DefinedHere {

    private final Places places;
    /** What the cell's earlier steps will have defined by the time a later one runs. */
    private final Map<EngineId, Set<VariableRef>> expected = new HashMap<>();

    DefinedHere(Places places) {
        this.places = places;
    }

    /** What is missing for a step at its targets, in the words of the user; nothing if all is there. */
    Optional<String> check(CompiledStep step, SortedSet<EngineId> targets) {
        Map<SessionVariable, SortedSet<EngineId>> missing = new LinkedHashMap<>();
        for (CompiledEntry entry : step.entries()) {
            for (SessionVariable variable : entry.reads()) {
                SortedSet<EngineId> defined = places.definedAt(variable.ref());
                for (EngineId target : targets) {
                    if (!defined.contains(target) && !expected(target).contains(variable.ref())) {
                        missing.computeIfAbsent(variable, _ -> new TreeSet<>()).add(target);
                    }
                }
            }
            targets.forEach(target -> expected(target).addAll(entry.entry().declares()));
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        missing.forEach((variable, where) -> sentences.add(variable.name() + " is not defined on "
                + EngineRanges.named(where) + " (" + definedWhere(places, variable.ref()) + "). "
                + remedy(variable, where, places.definedAt(variable.ref()))));
        return Optional.of(String.join("\n", sentences));
    }

    private Set<VariableRef> expected(EngineId target) {
        return expected.computeIfAbsent(target, _ -> new HashSet<>());
    }

    private static String remedy(SessionVariable variable, SortedSet<EngineId> where, SortedSet<EngineId> defined) {
        if (defined.contains(EngineId.LOCAL)) {
            boolean othersHaveOne = defined.size() > 1;
            return push((othersHaveOne ? "--targets " + EngineRanges.of(where) + " " : "") + variable.name());
        }
        boolean atLocal = where.contains(EngineId.LOCAL);
        String assignment = variable.name() + " = …;";
        if (!atLocal) {
            return "Give it a value there: %px" + " " + assignment;
        }
        return where.size() == 1
                ? "Give it a value there: " + assignment
                : "Give it a value there: %px --local " + assignment;
    }

    private static String push(String arguments) {
        return "Send it with %push " + arguments + ".";
    }

    /** What an engine's report of an undefined variable means to the user. */
    static String undefinedAtRun(CellCompiler compiler, Places places, VariableRef ref) {
        String name = compiler.variables().stream()
                .filter(variable -> variable.ref().equals(ref))
                .map(SessionVariable::name)
                .findFirst()
                .orElse(ref.field());
        boolean atLocal = places.definedAt(ref).contains(EngineId.LOCAL);
        return name + " is not defined here (" + definedWhere(places, ref) + ")." + (atLocal ? " " + push(name) : "");
    }

    private static String definedWhere(Places places, VariableRef ref) {
        SortedSet<EngineId> defined = places.definedAt(ref);
        return defined.isEmpty() ? "it is defined nowhere" : "it is defined at: " + EngineRanges.of(defined);
    }

    /** The values that a cell will cost, as a sentence; nothing if none of the variables has a value anywhere. */
    static Optional<String> sentence(Loss loss, Places places) {
        Map<String, List<String>> byPlaces = new LinkedHashMap<>();
        for (SessionVariable variable : loss.variables()) {
            SortedSet<EngineId> defined = places.definedAt(variable.ref());
            if (!defined.isEmpty()) {
                byPlaces.computeIfAbsent(EngineRanges.of(defined), _ -> new ArrayList<>())
                        .add(variable.name());
            }
        }
        if (byPlaces.isEmpty()) {
            return Optional.empty();
        }
        int lost = byPlaces.values().stream().mapToInt(List::size).sum();
        return Optional.of(loss.reason() + ": "
                + byPlaces.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
                        .collect(Collectors.joining(", "))
                + (lost == 1 ? " is lost." : " are lost."));
    }
}
