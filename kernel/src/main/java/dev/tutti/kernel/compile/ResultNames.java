package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Results under their typed names, {@code _N}.
 *
 * <p>Each variable that JShell knows slows every later compilation, so JShell soon forgets those of results; but their
 * classes stay, and a name is rewritten to the field in its class. The newest results have typed names; older ones are still
 * there as values, in {@code Out}. One that a declaration refers to keeps its name.
 */
final class ResultNames {

    /** How many have names. */
    private static final int TYPED = 50;

    /** How many JShell knows, for completion. */
    private static final int IN_SHELL = 2;

    private final CompilerSession session;
    private Map<String, SessionVariable> typed = Map.of();

    ResultNames(CompilerSession session) {
        this.session = session;
    }

    /** Java for a result that has a typed name. */
    Optional<String> expression(String name) {
        return Optional.ofNullable(typed.get(name))
                .map(v ->
                        WrapperName.simple(v.ref().className()) + "." + v.ref().field());
    }

    List<SessionVariable> typed() {
        return List.copyOf(typed.values());
    }

    /** Those that lose their names when the cell that leaves this behind is committed. */
    List<SessionVariable> due(List<LiveSnippet> live) {
        List<SessionVariable> all = List.copyOf(with(live).values());
        if (all.size() <= TYPED) {
            return List.of();
        }
        Set<String> needed = neededBy(live);
        return all.subList(0, all.size() - TYPED).stream()
                .filter(v -> !needed.contains(v.ref().className()))
                .toList();
    }

    /** Takes all names away that no declaration needs; tells what they named. */
    List<SessionVariable> drop() {
        Set<String> needed = neededBy(session.live());
        List<SessionVariable> gone = typed.values().stream()
                .filter(v -> !needed.contains(v.ref().className()))
                .toList();
        Map<String, SessionVariable> left = new LinkedHashMap<>(typed);
        gone.forEach(v -> left.remove(v.name()));
        typed = left;
        List<LiveSnippet> kept = new ArrayList<>(session.live());
        for (LiveSnippet result : session.live()) {
            if (result.isResult() && result.variable().filter(gone::contains).isPresent()) {
                session.drop(result.snippet());
                kept.remove(result);
            }
        }
        session.live(kept);
        return gone;
    }

    private Set<String> neededBy(List<LiveSnippet> live) {
        Set<String> needed = new HashSet<>();
        live.stream().filter(s -> !s.isResult() && !s.isImport()).forEach(s -> addReferences(s.wrapper(), needed));
        return needed;
    }

    private Map<String, SessionVariable> with(List<LiveSnippet> live) {
        Map<String, SessionVariable> all = new LinkedHashMap<>(typed);
        live.stream()
                .filter(LiveSnippet::isResult)
                .flatMap(s -> s.variable().stream())
                .forEach(v -> all.put(v.name(), v));
        return all;
    }

    private void addReferences(String name, Set<String> needed) {
        session.journal().newest(name).ifPresent(recorded -> {
            for (String reference : recorded.references()) {
                if (needed.add(reference) && reference.startsWith(name + "$")) {
                    addReferences(reference, needed);
                }
            }
        });
    }

    /** The session's state is this now. */
    void commit(List<LiveSnippet> live, List<SessionVariable> due) {
        Map<String, SessionVariable> all = with(live);
        due.forEach(v -> all.remove(v.name()));
        typed = all;
        List<LiveSnippet> results = live.stream().filter(LiveSnippet::isResult).toList();
        List<LiveSnippet> kept = new ArrayList<>(live);
        for (LiveSnippet old : results.subList(0, Math.max(0, results.size() - IN_SHELL))) {
            session.drop(old.snippet());
            kept.remove(old);
        }
        session.live(kept);
    }

    /** JShell has lost its memory: only what is live still has a class that it knows. */
    void forget() {
        typed = Map.of();
    }
}
