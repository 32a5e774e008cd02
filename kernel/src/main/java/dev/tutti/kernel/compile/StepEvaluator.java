package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.CellAssembler.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.Snippet;

/**
 * Evaluates the snippets of a step in order. A method or type that does not compile may need one that stands behind it in
 * the same run of declarations, where JShell cannot tell that by itself; it is tried again after each of them.
 */
final class StepEvaluator {

    /** A declaration that waits, and why it did not compile at its own place. */
    private record Waiting(SnippetText snippet, CellRejected reason) {}

    private final CellTransaction transaction;
    private final SnippetEvaluator evaluator;
    private List<Waiting> waiting = new ArrayList<>();

    StepEvaluator(CellTransaction transaction, SnippetEvaluator evaluator) {
        this.transaction = transaction;
        this.evaluator = evaluator;
    }

    /**
     * @param resultName the name of the variable of the step's result
     */
    StepResult evaluate(List<SnippetText> snippets, String resultName) throws CellRejected {
        Optional<Snippet> result = Optional.empty();
        boolean suppressed = false;
        for (int i = 0; i < snippets.size(); i++) {
            boolean last = i + 1 == snippets.size();
            SnippetText snippet = snippets.get(i);
            try {
                result = evaluator.evaluate(snippet, snippets, last ? resultName : "");
            } catch (CellRejected e) {
                if (last || !e.isDeclaration()) {
                    throw waiting.isEmpty() ? e : waiting.getFirst().reason();
                }
                waiting.add(new Waiting(snippet, e));
                continue;
            }
            suppressed = result.isPresent() && snippet.endsWithSemicolon();
            retry(snippets);
        }
        if (!waiting.isEmpty()) {
            throw waiting.getFirst().reason();
        }
        return new StepResult(result, suppressed);
    }

    private void retry(List<SnippetText> snippets) throws CellRejected {
        if (waiting.isEmpty()) {
            return;
        }
        Snippet.Kind kind = transaction.evaluated().getLast().snippet().kind();
        if (kind != Snippet.Kind.METHOD && kind != Snippet.Kind.TYPE_DECL) {
            throw waiting.getFirst().reason();
        }
        List<Waiting> still = new ArrayList<>();
        for (Waiting one : waiting) {
            try {
                evaluator.evaluate(one.snippet(), snippets, "");
            } catch (CellRejected e) {
                still.add(one);
            }
        }
        waiting = still;
    }
}
