package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;

/** Which variables lose their values when a cell runs, and why. A variable keeps them if it keeps its field. */
final class LossFinder {

    private final CellTransaction transaction;
    private final Map<String, LiveSnippet> after;

    LossFinder(CellTransaction transaction, List<LiveSnippet> live) {
        this.transaction = transaction;
        this.after = live.stream()
                .filter(s -> s.isVariable() || s.snippet().kind() == Snippet.Kind.TYPE_DECL)
                .collect(Collectors.toMap(LiveSnippet::key, s -> s, (a, b) -> b));
    }

    List<Loss> losses() {
        Map<String, List<SessionVariable>> byReason = new LinkedHashMap<>();
        for (LiveSnippet old : transaction.before()) {
            if (isLost(old)) {
                byReason.computeIfAbsent(reason(old), r -> new ArrayList<>())
                        .add(old.variable().orElseThrow());
            }
        }
        return byReason.entrySet().stream()
                .map(e -> new Loss(e.getKey(), e.getValue()))
                .toList();
    }

    /** Fields that no name reaches after the cell, but that places may still hold. */
    List<VariableRef> unreachable() {
        return transaction.before().stream()
                .filter(this::isLost)
                .map(old -> old.variable().orElseThrow().ref())
                .toList();
    }

    private boolean isLost(LiveSnippet old) {
        if (!old.isVariable() || !isUsable(old)) {
            return false;
        }
        LiveSnippet now = after.get(old.key());
        return now == null || !isUsable(now) || !now.wrapper().equals(old.wrapper());
    }

    private static boolean isUsable(LiveSnippet variable) {
        return variable.status() == jdk.jshell.Snippet.Status.VALID;
    }

    private String reason(LiveSnippet old) {
        LiveSnippet now = after.get(old.key());
        boolean redeclared = now != null
                && now.snippet() != old.snippet()
                && now.origin().cell().equals(transaction.number());
        if (redeclared) {
            String was = old.variable().orElseThrow().type();
            String is = now.variable().map(SessionVariable::type).orElse("");
            return was.equals(is)
                    ? changedType(old).orElse(old.name() + " is declared anew")
                    : old.name() + " changes from " + was + " to " + is;
        }
        return changedType(old).orElse("what " + old.name() + " is declared with changes");
    }

    /** The type of the session whose change takes a variable's field away. */
    private Optional<String> changedType(LiveSnippet variable) {
        List<LiveSnippet> changed = transaction.before().stream()
                .filter(t -> t.snippet().kind() == Snippet.Kind.TYPE_DECL)
                .filter(t -> after.get(t.key()) == null
                        || !after.get(t.key()).wrapper().equals(t.wrapper())
                        || after.get(t.key()).snippet() != t.snippet())
                .toList();
        String field = transaction
                .session()
                .journal()
                .shipped(variable.wrapper())
                .flatMap(RecordedClass::variable)
                .map(f -> f.fieldType().stringValue() + ClassShape.genericType(f))
                .orElse("");
        return changed.stream()
                .filter(t -> field.contains(WrapperName.simple(t.wrapper()) + "$"))
                .findFirst()
                .or(() -> changed.stream().findFirst())
                .map(t -> t.name() + " changes shape");
    }
}
