package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.fold.TraceMode;
import java.util.Optional;

/** How errors of this session are shown, and the last ones. Any thread. */
final class SessionTraces {

    /** A step that failed. */
    record Failed(CellNumber cell, StepReport report) {}

    private volatile TraceMode mode = TraceMode.CONTEXT;
    private volatile Optional<Failed> last = Optional.empty();

    TraceMode mode() {
        return mode;
    }

    void mode(TraceMode mode) {
        this.mode = mode;
    }

    Optional<Failed> last() {
        return last;
    }

    /** As its errors are to be shown; it is the last, if it has some. */
    StepReport noted(CellNumber cell, StepReport report) {
        if (!report.errors().isEmpty()) {
            last = Optional.of(new Failed(cell, report.errorsOnly()));
        }
        return report.presented(report.presentation().traced(mode));
    }
}
