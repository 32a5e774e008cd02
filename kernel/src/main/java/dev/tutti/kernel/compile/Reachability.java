package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.CodeFacts.Method;
import dev.tutti.kernel.compile.MethodFacts.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The methods of the session that code can come to, method by method, and who leads to whom.
 *
 * <p>A call on an object leads to the method that its static type has, and to those of classes that the reached code makes
 * instances of. Objects from elsewhere are asked about by themselves, when they are encoded. What a library may call
 * (a comparator's method) counts as called where the instance is made.
 */
final class Reachability {

    static final String CLASS_INITIALISER = "<clinit>()V";

    private record Virtual(Call call, Method from) {}

    private final SessionCode code;
    private final Map<Method, MethodFacts> reached = new LinkedHashMap<>();
    private final Map<Method, Set<Method>> callers = new HashMap<>();
    private final Deque<MethodFacts> open = new ArrayDeque<>();
    private final Map<String, List<Virtual>> virtualCalls = new HashMap<>();
    private final Map<String, Set<Method>> makers = new LinkedHashMap<>();

    private Reachability(SessionCode code) {
        this.code = code;
    }

    /** @param instances classes that there are objects of already, or that the roots make objects of */
    static Reachability from(SessionCode code, Collection<MethodFacts> roots, Set<String> instances) {
        Reachability reachability = new Reachability(code);
        roots.forEach(root -> reachability.reach(root, Optional.empty()));
        instances.forEach(type -> roots.forEach(root -> reachability.make(type, root.method())));
        reachability.walk();
        return reachability;
    }

    /** The methods that are reached, nearest first. */
    Collection<MethodFacts> methods() {
        return reached.values();
    }

    /** The reached methods that lead to those of interest, these included, the nearest to them first. */
    Set<Method> leadingTo(Predicate<MethodFacts> interest) {
        Set<Method> leading = new LinkedHashSet<>();
        Deque<Method> next = new ArrayDeque<>();
        reached.values().stream().filter(interest).map(MethodFacts::method).forEach(next::add);
        while (!next.isEmpty()) {
            Method method = next.poll();
            if (leading.add(method)) {
                next.addAll(callers.getOrDefault(method, Set.of()));
            }
        }
        return leading;
    }

    private void reach(MethodFacts target, Optional<Method> from) {
        from.ifPresent(caller -> callers.computeIfAbsent(target.method(), _ -> new LinkedHashSet<>())
                .add(caller));
        if (reached.putIfAbsent(target.method(), target) == null) {
            open.add(target);
        }
    }

    private void walk() {
        while (!open.isEmpty()) {
            MethodFacts facts = open.poll();
            Method from = facts.method();
            facts.calls().forEach(call -> call(call, from));
            facts.initialised().forEach(type -> initialise(type, from));
            facts.made().forEach(type -> make(type, from));
        }
    }

    private void call(Call call, Method from) {
        code.lineage(call.owner()).stream()
                .flatMap(type -> type.method(call.signature()).stream())
                .filter(method -> !method.isAbstract())
                .findFirst()
                .ifPresent(method -> reach(method, Optional.of(from)));
        if (call.virtual()) {
            Virtual virtual = new Virtual(call, from);
            virtualCalls
                    .computeIfAbsent(call.signature(), _ -> new ArrayList<>())
                    .add(virtual);
            for (String type : new ArrayList<>(makers.keySet())) {
                dispatch(virtual, type);
            }
        }
    }

    private void dispatch(Virtual virtual, String type) {
        List<CodeFacts> lineage = code.lineage(type);
        boolean fits = code.facts(virtual.call().owner()).isEmpty()
                || lineage.stream()
                        .anyMatch(one -> one.name().equals(virtual.call().owner()));
        if (fits) {
            lineage.stream()
                    .flatMap(one -> one.method(virtual.call().signature()).stream())
                    .filter(method -> method.overridable() && !method.isAbstract())
                    .findFirst()
                    .ifPresent(method -> reach(method, Optional.of(virtual.from())));
        }
    }

    private void initialise(String type, Method from) {
        code.lineage(type).stream()
                .flatMap(one -> one.method(CLASS_INITIALISER).stream())
                .forEach(method -> reach(method, Optional.of(from)));
    }

    private void make(String type, Method from) {
        if (code.facts(type).isEmpty()) {
            return;
        }
        initialise(type, from);
        boolean first = !makers.containsKey(type);
        makers.computeIfAbsent(type, _ -> new HashSet<>()).add(from);
        Set<String> seen = new HashSet<>();
        for (CodeFacts one : code.lineage(type)) {
            for (MethodFacts method : one.methods()) {
                String signature = method.method().signature();
                boolean inForce = method.overridable() && !method.isAbstract() && seen.add(signature);
                if (inForce && code.isCallableFromOutside(type, signature)) {
                    reach(method, Optional.of(from));
                }
            }
        }
        if (first) {
            List<Virtual> known =
                    virtualCalls.values().stream().flatMap(List::stream).toList();
            known.forEach(virtual -> dispatch(virtual, type));
        }
    }
}
