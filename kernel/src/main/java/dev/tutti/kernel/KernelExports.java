package dev.tutti.kernel;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.export.CellOutput;
import dev.tutti.kernel.export.ClassExport;
import dev.tutti.kernel.export.ExportException;
import dev.tutti.kernel.export.ExportedClass;
import dev.tutti.kernel.export.NotebookCell;
import dev.tutti.kernel.export.NotebookWriter;
import dev.tutti.kernel.export.Piece;
import dev.tutti.kernel.history.HistoryEntry;
import dev.tutti.kernel.magic.Exports;
import dev.tutti.kernel.magic.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Cells taken apart for other programs. */
final class KernelExports implements Exports {

    private final Kernel.Parts parts;

    KernelExports(Kernel.Parts parts) {
        this.parts = parts;
    }

    private CellCompiler compiler() {
        return parts.session().compiler().await();
    }

    @Override
    public ExportedClass javaClass(String name, List<String> cells) throws MagicException {
        Map<String, String> types = new LinkedHashMap<>();
        for (SessionVariable variable : compiler().variables()) {
            types.put(variable.name(), variable.type());
        }
        ClassExport export = new ClassExport(compiler().imports(), classPath(), types);
        try {
            return export.export(name, cells.stream().map(this::pieces).toList());
        } catch (ExportException e) {
            throw new MagicException(e.getMessage());
        }
    }

    @Override
    public String notebook(List<HistoryEntry> cells) {
        return NotebookWriter.write(cells.stream().map(this::cell).toList());
    }

    private NotebookCell cell(HistoryEntry cell) {
        List<CellOutput> outputs = cell.session() == 0
                ? parts.records().shown(cell.number())
                : cell.output().stream().<CellOutput>map(CellOutput.Value::new).toList();
        OptionalInt number = cell.number() == 0 ? OptionalInt.empty() : OptionalInt.of(cell.number());
        return new NotebookCell(number, cell.source().stripTrailing(), outputs);
    }

    @Override
    public List<Path> classPath() {
        return compiler().classPath();
    }

    private List<Piece> pieces(String cell) {
        List<Step> steps;
        try {
            steps = parts.session().parser().steps(cell);
        } catch (CellSyntaxException _) {
            return List.of(new Piece.Foreign(cell));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Java(int start, int end)) {
                compiler().cut(new JavaStep(cell, start, end, OptionalInt.empty())).stream()
                        .map(snippet -> new Piece.Java(snippet.source(), snippet.whole()))
                        .forEach(pieces::add);
            } else {
                pieces.add(new Piece.Foreign(cell.substring(step.start(), step.end())));
            }
        }
        return pieces;
    }
}
