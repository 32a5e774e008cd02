package dev.tutti.shell.cli;

import dev.tutti.kernel.CellOrigin;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.ScriptFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code -e CODE} and {@code FILE}: cells that are known before anything runs. */
final class BatchRun {

    private final Invocation invocation;
    private final Streams streams;

    BatchRun(Invocation invocation, Streams streams) {
        this.invocation = invocation;
        this.streams = streams;
    }

    int run() throws UsageException {
        Optional<ScriptFile> script = script();
        if (invocation.stayInteractive()) {
            return new InteractiveRun(invocation, streams).run(kernel -> cells(script, kernel));
        }
        OffPrompt setting = OffPrompt.of(invocation, streams);
        try (Kernel kernel = setting.open(new StandardInput())) {
            CellSequence sequence = setting.sequence(kernel, new InputLines(System.in)::next);
            cells(script, kernel).forEach(sequence::run);
            return sequence.exitCode();
        }
    }

    /** The script is read first: whether it is there decides whether anything starts. */
    private Optional<ScriptFile> script() throws UsageException {
        if (invocation.file().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ScriptFile.read(Path.of(invocation.file().get())));
        } catch (ScriptFile.UnreadableException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private List<CellSource> cells(Optional<ScriptFile> script, Kernel kernel) {
        List<CellSource> cells = new ArrayList<>();
        invocation.cells().forEach(text -> cells.add(new CellSource(text, CellOrigin.TYPED)));
        script.ifPresent(file -> cells.addAll(kernel.cells(file)));
        return cells;
    }
}
