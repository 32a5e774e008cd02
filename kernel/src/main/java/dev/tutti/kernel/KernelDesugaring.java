package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.Compilation;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.magic.Desugaring;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Compiles code of one cell for nothing but its class files. */
final class KernelDesugaring implements Desugaring {

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;

    KernelDesugaring(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
    }

    @Override
    public List<byte[]> classFiles(List<PlannedStep> steps) throws MagicException {
        CellCompiler compiler = parts.session().compiler().await();
        return switch (compiler.compile(runner.number(), java(steps))) {
            case Compilation.Rejected(var diagnostics) -> {
                diagnostics.forEach(one -> runner.refuse(new CellError.Refused(one.message(), one.start(), one.end())));
                yield List.of();
            }
            case Compilation.Compiled(var compiled) -> {
                compiled.notes().forEach(note -> listener.note(note.message()));
                List<byte[]> classes = compiler.originals(compiled);
                compiler.rollback(compiled);
                if (classes.isEmpty()) {
                    throw new MagicException("This compiles, but no class file comes of it: it has no code.");
                }
                yield classes;
            }
        };
    }

    private List<JavaStep> java(List<PlannedStep> steps) throws MagicException {
        String text = parts.session()
                .source(runner.number())
                .map(CellSource::text)
                .orElseThrow(() -> new MagicException("The text of this cell is not known."));
        OptionalInt underscore = parts.session().places().newestResult(List.of(EngineId.LOCAL));
        List<JavaStep> java = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (!(step instanceof PlannedStep.Java one)) {
                throw new MagicException(
                        "%desugar shows what becomes of Java, not of a magic. Give it the code alone.");
            }
            java.add(new JavaStep(text, one.start(), one.end(), underscore, one.around()));
        }
        return java;
    }
}
