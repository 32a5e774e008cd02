package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CellAssembler.StepResult;
import dev.tutti.kernel.compile.Diagnostic.Severity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/** Takes cells through compilation, and brings the session to what came of it. */
final class CellCompilation {

    private static final Logger LOG = System.getLogger(CellCompilation.class.getName());

    /** What came of a cell. */
    sealed interface Attempt {}

    /**
     * It compiles.
     *
     * @param cell for the kernel
     * @param transaction how to take it back
     * @param live what is live with it
     * @param due results that lose their names
     * @param classes what engines get
     */
    record Finished(
            CompiledCell cell,
            CellTransaction transaction,
            List<LiveSnippet> live,
            List<SessionVariable> due,
            CellAssembler classes)
            implements Attempt {}

    /** It does not, and the session is as it was. */
    record Failed(List<Diagnostic> diagnostics) implements Attempt {}

    private final CompilerSession session;
    private final ClassWeaver weaver;

    CellCompilation(CompilerSession session) {
        this.session = session;
        this.weaver = new ClassWeaver(ClassHierarchies.of(session));
    }

    Attempt compile(CellNumber number, List<JavaStep> steps) {
        int named = steps.size() - 1;
        while (true) {
            CellTransaction transaction = new CellTransaction(session, number);
            try {
                List<StepResult> results = evaluate(transaction, steps, named);
                int last = lastResult(results);
                if (last == named || last < 0) {
                    return finish(transaction, results);
                }
                // An earlier step than expected has the cell's result; names are given while compiling, so once more.
                named = last;
                takeBack(transaction);
            } catch (CellRejected e) {
                return failed(transaction, e.diagnostics());
            } catch (StackOverflowError | RuntimeException | AssertionError e) {
                LOG.log(Level.WARNING, "The compiler failed on cell " + number, e);
                return failed(transaction, List.of(compilerFailed(steps, e)));
            }
        }
    }

    private static Diagnostic compilerFailed(List<JavaStep> steps, Throwable e) {
        String why = e instanceof StackOverflowError
                ? "This is nested too deeply for the compiler. Split it into smaller expressions."
                : "The compiler itself failed on this (" + e + "). The session is as it was before.";
        return new Diagnostic(
                Severity.ERROR, why, steps.getFirst().start(), steps.getLast().end());
    }

    private Failed failed(CellTransaction transaction, List<Diagnostic> diagnostics) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        for (LiveSnippet lost : takeBack(transaction)) {
            all.add(new Diagnostic(
                    Severity.NOTE,
                    lost.name() + " could not be kept while this cell failed; it is no longer defined.",
                    0,
                    0));
        }
        return new Failed(all);
    }

    private List<LiveSnippet> takeBack(CellTransaction transaction) {
        return new SessionRestorer(session, transaction.before()).restore(transaction.added());
    }

    private List<StepResult> evaluate(CellTransaction transaction, List<JavaStep> steps, int named)
            throws CellRejected {
        SnippetSplitter splitter = new SnippetSplitter(session.analysis());
        session.temporaryNames().cell(transaction.number());
        List<StepResult> results = new ArrayList<>();
        session.control().recordTo(transaction);
        try {
            for (int i = 0; i < steps.size(); i++) {
                transaction.beginStep(i);
                SnippetEvaluator evaluator =
                        new SnippetEvaluator(transaction, steps.get(i).underscore());
                results.add(new StepEvaluator(transaction, evaluator)
                        .evaluate(splitter.split(steps.get(i)), resultName(transaction, i, named)));
            }
            transaction.keepDeclared();
        } finally {
            session.control().recordTo(new KeepingRecording(session.journal()));
        }
        return results;
    }

    private static String resultName(CellTransaction transaction, int step, int named) {
        String name = TemporaryNames.ofResult(transaction.number().value());
        return step == named ? name : name + "_" + (step + 1);
    }

    private static int lastResult(List<StepResult> results) {
        int last = results.size() - 1;
        while (last >= 0 && results.get(last).variable().isEmpty()) {
            last--;
        }
        return last;
    }

    private Finished finish(CellTransaction transaction, List<StepResult> results) throws CellRejected {
        List<LiveSnippet> live = transaction.live();
        acceptDefaults(transaction, live);
        UnresolvedNames unresolved = new UnresolvedNames(transaction, live);
        unresolved.check();
        LossFinder losses = new LossFinder(transaction, live);
        CellAssembler assembler = new CellAssembler(transaction, weaver, live);
        List<CompiledStep> steps = assembler.steps(results);
        List<VariableRef> dropped = new ArrayList<>(losses.unreachable());
        dropped.addAll(session.discarded());
        List<SessionVariable> due = session.results().due(live);
        due.forEach(v -> dropped.add(v.ref()));
        CompiledCell cell = new CompiledCell(transaction.number(), steps, losses.losses(), dropped, unresolved.notes());
        return new Finished(cell, transaction, live, due, assembler);
    }

    /** A variable of a type that was not known gets its default in the cell that makes it known. */
    private static void acceptDefaults(CellTransaction transaction, List<LiveSnippet> live) {
        Set<Snippet> waiting = transaction.before().stream()
                .filter(s -> s.isVariable() && s.status() == Status.RECOVERABLE_NOT_DEFINED)
                .map(LiveSnippet::snippet)
                .collect(Collectors.toSet());
        live.stream()
                .filter(s -> s.status() == Status.VALID && waiting.contains(s.snippet()))
                .forEach(transaction::acceptDefault);
    }

    void commit(Finished finished) {
        finished.classes().outgoing().forEach(o -> session.journal().ship(o.original(), o.woven()));
        finished.classes().generated().forEach(session.journal()::shipGenerated);
        session.discarded(finished.transaction().discarded());
        session.results().commit(finished.live(), finished.due());
    }

    /** Takes declarations away; what needs them waits for others of their names. */
    Attempt drop(CellNumber number, List<LiveSnippet> gone) {
        CellTransaction transaction = new CellTransaction(session, number);
        try {
            session.control().recordTo(transaction);
            try {
                gone.forEach(snippet -> session.drop(snippet.snippet()));
                transaction.keepDeclared();
            } finally {
                session.control().recordTo(new KeepingRecording(session.journal()));
            }
            boolean allGone = gone.stream()
                    .noneMatch(
                            snippet -> session.shell().status(snippet.snippet()).isActive());
            if (allGone) {
                GoneTypes.standIn(session);
                return finish(transaction, List.of(new StepResult(Optional.empty(), false)));
            }
        } catch (CellRejected e) {
            return failed(transaction, e.diagnostics());
        }
        return failed(transaction, List.of(new Diagnostic(Severity.ERROR, "JShell cannot drop this.", 0, 0)));
    }

    void rollback(Finished finished) {
        takeBack(finished.transaction());
    }
}
