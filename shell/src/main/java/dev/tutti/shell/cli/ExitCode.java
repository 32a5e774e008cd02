package dev.tutti.shell.cli;

import dev.tutti.kernel.CellReport;

/** What the process tells its caller; a contract. */
final class ExitCode {

    static final int OK = 0;
    static final int CELL_FAILED = 1;
    static final int USAGE = 2;
    static final int NO_ENGINES = 3;
    static final int TIMED_OUT = 124;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(CellReport.Status status) {
        return switch (status) {
            case OK -> OK;
            case FAILED -> CELL_FAILED;
            case INTERRUPTED -> INTERRUPTED;
            case TIMED_OUT -> TIMED_OUT;
            case NO_ENGINES -> NO_ENGINES;
        };
    }
}
