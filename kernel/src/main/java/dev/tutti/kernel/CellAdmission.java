package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.Compilation;
import dev.tutti.kernel.compile.CompiledCell;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.fold.CellError;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Whether the Java of a cell may run: all of it compiles, and what it surely reads is defined where it will run. Then it is
 * part of the session; else the session is as it was. Any thread; waits while another's cell is being compiled.
 */
final class CellAdmission {

    /** Java, and where it is to run. */
    record Wanted(JavaStep step, SortedSet<EngineId> targets) {}

    /** What came of it. */
    sealed interface Verdict {

        /** It may run: one step for each that was wanted. */
        record Admitted(List<CompiledStep> steps) implements Verdict {}

        /** It may not. */
        record Refused(List<CellError.Refused> reasons) implements Verdict {}
    }

    private final Kernel.Parts parts;
    private final Consumer<String> notes;

    /** @param notes takes sentences that the user should know */
    CellAdmission(Kernel.Parts parts, Consumer<String> notes) {
        this.parts = parts;
        this.notes = notes;
    }

    Verdict admit(CellNumber number, List<Wanted> wanted) {
        CellCompiler compiler = parts.session().compiler().await();
        Compilation compilation =
                compiler.compile(number, wanted.stream().map(Wanted::step).toList());
        return switch (compilation) {
            case Compilation.Rejected(var diagnostics) ->
                new Verdict.Refused(
                        diagnostics.stream().map(CellAdmission::refusal).toList());
            case Compilation.Compiled(var cell) -> settle(compiler, cell, wanted);
        };
    }

    private static CellError.Refused refusal(Diagnostic diagnostic) {
        return new CellError.Refused(diagnostic.message(), diagnostic.start(), diagnostic.end());
    }

    private Verdict settle(CellCompiler compiler, CompiledCell cell, List<Wanted> wanted) {
        Optional<String> missing;
        try {
            missing = missing(cell, wanted);
        } catch (RuntimeException e) {
            compiler.rollback(cell);
            throw e;
        }
        if (missing.isPresent()) {
            compiler.rollback(cell);
            return new Verdict.Refused(List.of(CellError.Refused.of(missing.get())));
        }
        commit(compiler, cell);
        return new Verdict.Admitted(cell.steps());
    }

    private Optional<String> missing(CompiledCell cell, List<Wanted> wanted) {
        DefinedHere defined = new DefinedHere(parts.session().places());
        for (int i = 0; i < wanted.size(); i++) {
            Optional<String> missing =
                    defined.check(cell.steps().get(i), wanted.get(i).targets());
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private void commit(CellCompiler compiler, CompiledCell cell) {
        cell.losses()
                .forEach(loss ->
                        DefinedHere.sentence(loss, parts.session().places()).ifPresent(notes));
        cell.notes().stream().map(Diagnostic::message).forEach(notes);
        compiler.commit(cell);
        parts.forget(cell.dropped());
    }
}
