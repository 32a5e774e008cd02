package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Results under their typed names. Each live one slows every later compilation, so that only the newest keep them; the
 * older ones are still there as values, in {@code Out}. One that a declaration refers to stays.
 */
final class Temporaries {

    private static final int KEPT = Integer.getInteger("kept", 50);

    private final CompilerSession session;

    Temporaries(CompilerSession session) {
        this.session = session;
    }

    /** Those whose name goes. */
    List<LiveSnippet> due(List<LiveSnippet> live) {
        List<LiveSnippet> results =
                live.stream().filter(s -> s.isResult() && s.isVariable()).toList();
        if (results.size() <= KEPT) {
            return List.of();
        }
        Set<String> needed = new HashSet<>();
        live.stream().filter(s -> !s.isResult() && !s.isImport()).forEach(s -> addReferences(s.wrapper(), needed));
        return results.subList(0, results.size() - KEPT).stream()
                .filter(s -> !needed.contains(s.wrapper()))
                .toList();
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

    void drop(List<LiveSnippet> due) {
        if (due.isEmpty()) {
            return;
        }
        due.forEach(s -> session.drop(s.snippet()));
        List<LiveSnippet> kept = new ArrayList<>(session.live());
        kept.removeAll(due);
        session.live(kept);
    }
}
