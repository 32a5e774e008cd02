package dev.tutti.shell.cli;

import dev.tutti.kernel.CellListener;
import dev.tutti.kernel.CellReport;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.Kernel;
import dev.tutti.shell.display.CellPrinter;
import dev.tutti.shell.display.JsonPrinter;
import dev.tutti.shell.display.Screen;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs cells one after the other off the prompt: prints each, keeps the exit code, knows when to end. */
final class CellSequence {

    private final Kernel kernel;
    private final PrintStream out;
    private final boolean keepGoing;
    private final CellPrinter printer;
    private final JsonPrinter json;
    private int exitCode = ExitCode.OK;
    private boolean ended;

    CellSequence(
            Kernel kernel, Screen screen, PrintStream out, Invocation invocation, Supplier<Optional<String>> lines) {
        this.kernel = kernel;
        this.out = out;
        this.keepGoing = invocation.limits().keepGoing();
        this.printer = new CellPrinter(screen, kernel::source, true, prompt -> asked(screen, prompt, lines));
        this.json = invocation.output().json() ? new JsonPrinter(out, kernel::source, screen) : null;
    }

    /** Nobody has typed what was read: with it, the output reads like a dialogue. */
    private static Optional<String> asked(Screen screen, String prompt, Supplier<Optional<String>> lines) {
        Optional<String> line = lines.get();
        line.ifPresent(text -> screen.answer(prompt, text));
        return line;
    }

    /** Runs a cell; does nothing once the sequence has ended. */
    void run(CellSource source) {
        if (ended || source.text().isBlank()) {
            return;
        }
        CellListener listener = json == null ? printer : json;
        CellReport report = kernel.execute(source, listener);
        if (json == null) {
            printer.cellEnded();
        } else {
            json.report(report);
        }
        if (report.status() != CellReport.Status.OK && exitCode == ExitCode.OK) {
            exitCode = ExitCode.of(report.status());
        }
        if (report.exitAtLocal().isPresent()) {
            exitCode = report.exitAtLocal().getAsInt();
            ended = true;
            return;
        }
        boolean stop = switch (report.status()) {
            case OK -> false;
            case FAILED, TIMED_OUT, NO_ENGINES -> !keepGoing;
            case INTERRUPTED -> true;
        };
        ended = stop || kernel.exitCode().isPresent() || out.checkError();
    }

    /** Whether no further cell runs: one failed, asked for the end, or nobody reads the output any more. */
    boolean ended() {
        return ended;
    }

    int exitCode() {
        return kernel.exitCode().orElse(exitCode);
    }
}
