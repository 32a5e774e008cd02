package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.CellTransaction.Evaluated;
import dev.tutti.kernel.compile.CellTransaction.Invocation;
import dev.tutti.kernel.compile.Diagnostic.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet.Status;

/** Declarations that refer to what is not declared yet: they may stand, but nothing that reaches them may run. */
final class UnresolvedNames {

    private final CellTransaction transaction;
    private final List<LiveSnippet> live;
    private final Map<String, LiveSnippet> unresolved = new LinkedHashMap<>();

    UnresolvedNames(CellTransaction transaction, List<LiveSnippet> live) {
        this.transaction = transaction;
        this.live = live;
        live.stream()
                .filter(s -> s.status() != Status.VALID && s.snippet() instanceof DeclarationSnippet)
                .forEach(s -> unresolved.put(s.wrapper(), s));
    }

    /** Refuses the cell if it would run into such a declaration. */
    void check() throws CellRejected {
        if (unresolved.isEmpty()) {
            return;
        }
        for (Evaluated snippet : transaction.evaluated()) {
            for (Invocation invocation : snippet.invocations()) {
                Optional<LiveSnippet> reached = reached(invocation.wrapper());
                if (reached.isPresent()) {
                    EditedText text = snippet.origin().text();
                    int start = text.startInCell(
                            JavaTokens.of(text.text()).getFirst().start());
                    throw CellRejected.at(
                            refusal(reached.get()),
                            start,
                            text.endInCell(text.text().length()));
                }
            }
        }
    }

    private Optional<LiveSnippet> reached(RecordedClass entry) {
        ClassJournal journal = transaction.session().journal();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(entry.references());
        while (!open.isEmpty()) {
            String name = open.poll();
            if (!seen.add(name)) {
                continue;
            }
            LiveSnippet snippet = unresolved.get(WrapperName.of(name));
            if (snippet != null) {
                return Optional.of(snippet);
            }
            journal.newest(name).ifPresent(c -> open.addAll(c.laterReferences()));
        }
        return Optional.empty();
    }

    private String refusal(LiveSnippet reached) {
        return refusal(transaction.session(), reached, live);
    }

    /** Why nothing may run that comes to this declaration. */
    static String refusal(CompilerSession session, LiveSnippet reached, List<LiveSnippet> live) {
        List<String> missing = missing(session, reached);
        return "This would run " + reached.name() + " (cell " + reached.origin().cell() + "), which needs "
                + (missing.isEmpty() ? "something" : String.join(", ", missing)) + " that is not declared."
                + questions(missing, live);
    }

    /** What the user should know of declarations that this cell brought or broke. */
    List<Diagnostic> notes() {
        List<Diagnostic> notes = new ArrayList<>();
        for (LiveSnippet snippet : unresolved.values()) {
            boolean own = snippet.origin().cell().equals(transaction.number());
            boolean wasWhole = transaction.before().stream()
                    .anyMatch(b -> b.snippet() == snippet.snippet() && b.status() == Status.VALID);
            List<String> missing = missing(transaction.session(), snippet);
            String names = missing.isEmpty() ? "something" : String.join(", ", missing);
            if (own) {
                EditedText text = snippet.origin().text();
                int at = place(text, missing);
                int end = at < 0
                        ? text.text().length()
                        : at + name(missing.getFirst()).length();
                notes.add(new Diagnostic(
                        Severity.NOTE,
                        snippet.name() + " refers to " + names
                                + ", which is not declared yet. It can be used once it is." + questions(missing, live)
                                + imports(missing),
                        text.startInCell(Math.max(at, 0)),
                        text.endInCell(end)));
            } else if (wasWhole) {
                notes.add(new Diagnostic(
                        Severity.NOTE,
                        snippet.name() + " (cell " + snippet.origin().cell() + ") needs " + names
                                + ", which is no longer there.",
                        0,
                        0));
            }
        }
        return notes;
    }

    private static int place(EditedText text, List<String> missing) {
        return missing.isEmpty()
                ? -1
                : JavaTokens.of(text.text()).stream()
                        .filter(t -> t.is(name(missing.getFirst())))
                        .mapToInt(JavaToken::start)
                        .findFirst()
                        .orElse(-1);
    }

    private static List<String> missing(CompilerSession session, LiveSnippet snippet) {
        return session.shell()
                .unresolvedDependencies((DeclarationSnippet) snippet.snippet())
                .map(n -> WrapperName.strip(n).replaceAll("\\s+", " "))
                .toList();
    }

    private static String questions(List<String> missing, List<LiveSnippet> live) {
        StringBuilder questions = new StringBuilder();
        for (String symbol : missing) {
            questions.append(NearNames.question(name(symbol), SnippetEvaluator.names(live)));
        }
        return questions.toString();
    }

    /** Where types that are missing may come from, each with a blank before it. */
    private String imports(List<String> missing) {
        MissingNames names = new MissingNames(transaction.session().classPath().entries());
        StringBuilder hints = new StringBuilder();
        for (String symbol : missing) {
            String hint = symbol.startsWith("class ") ? names.hintForType(name(symbol)) : "";
            hints.append(hint.isEmpty() ? "" : " ").append(hint);
        }
        return hints.toString();
    }

    /** The bare name of {@code method nope(int)}. */
    private static String name(String symbol) {
        String behind = symbol.substring(symbol.indexOf(' ') + 1);
        int open = behind.indexOf('(');
        return open < 0 ? behind : behind.substring(0, open);
    }
}
