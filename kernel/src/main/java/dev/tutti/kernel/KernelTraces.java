package dev.tutti.kernel;

import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.fold.TraceMode;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.Traces;
import java.util.Optional;

/** Errors as the magics of one cell see them. */
final class KernelTraces implements Traces {

    private final SessionTraces traces;
    private final CellListener listener;

    KernelTraces(SessionTraces traces, CellListener listener) {
        this.traces = traces;
        this.listener = listener;
    }

    @Override
    public TraceMode mode() {
        return traces.mode();
    }

    @Override
    public void mode(TraceMode mode) {
        traces.mode(mode);
    }

    @Override
    public void showLast(Optional<TraceMode> mode) throws MagicException {
        SessionTraces.Failed failed = traces.last()
                .orElseThrow(() -> new MagicException("No cell has failed while it ran, so there is no trace."));
        StepReport report = failed.report();
        listener.step(failed.cell(), report.presented(report.presentation().traced(mode.orElse(traces.mode()))));
    }
}
