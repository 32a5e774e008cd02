package dev.tutti.kernel;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.magic.StepOptions;
import dev.tutti.kernel.view.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/** Takes an expression the way of a cell, with its value left as text instead of kept as a result. */
final class KernelEvaluation implements Evaluation {

    private static final int MOST_OUTPUT = 8_000;
    private static final String UNKNOWN = "cannot find symbol";

    private final Kernel.Parts parts;
    private final JavaStep step;
    private final Heard heard = new Heard();
    private boolean over;

    KernelEvaluation(Kernel.Parts parts, JavaStep step) {
        this.parts = parts;
        this.step = step;
    }

    @Override
    public ExpressionValue run() {
        try {
            SortedSet<EngineId> here = parts.resolve(TargetSpec.LOCAL);
            CellNumber number = parts.session().nextCell();
            CellAdmission.Verdict verdict =
                    new CellAdmission(parts, heard::note).admit(number, List.of(new CellAdmission.Wanted(step, here)));
            return switch (verdict) {
                case CellAdmission.Verdict.Refused(var reasons) -> refused(reasons.getFirst());
                case CellAdmission.Verdict.Admitted(var steps) -> run(number, steps.getFirst(), here);
            };
        } catch (LaunchException | TargetException e) {
            return failed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("It was given up: its thread was interrupted.");
        } finally {
            end();
        }
    }

    private ExpressionValue refused(CellError.Refused reason) {
        boolean unknown = reason.message().startsWith(UNKNOWN);
        return failed(reason.message() + (unknown ? "\nOnly what earlier cells have declared is known here." : ""));
    }

    private ExpressionValue run(CellNumber number, CompiledStep compiled, SortedSet<EngineId> here)
            throws LaunchException, InterruptedException {
        CellExecution execution = new CellExecution(parts, heard, number, StepOptions.PLAIN.streamed());
        return switch (execution.run(compiled, here, PlannedStep.Account.FIGURES)) {
            case CellExecution.Ending.Ended ended -> {
                execution.afterLosses(ended.report(), heard);
                yield value(ended.report());
            }
            case CellExecution.Ending.DeclaredOnly() -> failed("There is nothing to compute here.");
            case CellExecution.Ending.Behind _ -> throw new IllegalStateException("A plain step is waited for.");
        };
    }

    private ExpressionValue value(StepReport report) {
        if (!report.errors().isEmpty()) {
            return failed(sentence(report.errors().getFirst()));
        }
        Figures left = Figures.parse(report.figures().getOrDefault(EngineId.LOCAL, ""));
        if (left.isEmpty()) {
            return new ExpressionValue.Shown(heard.text(), "void", List.of());
        }
        List<String> lines = left.all("line").stream().map(List::getFirst).toList();
        return new ExpressionValue.Shown(heard.text(), left.row("type").getFirst(), lines);
    }

    private static String sentence(Folded<CellError> group) {
        return switch (group.item()) {
            case CellError.Thrown(var fault) ->
                fault.className() + fault.message().map(": "::concat).orElse("");
            case CellError.Refused refused -> refused.message();
            case CellError.Undefined undefined -> undefined.message();
            case CellError.Stopped _ -> "It was stopped.";
            case CellError.Lost lost -> "The local engine was lost: " + lost.reason() + ".";
            case CellError.Failed(var reason) -> reason;
        };
    }

    private ExpressionValue.Failed failed(String why) {
        return new ExpressionValue.Failed(heard.text(), why);
    }

    @Override
    public synchronized void stop() {
        if (!over) {
            parts.interrupt();
        }
    }

    /** A wish to stop that came too late is not meant for the next cell. */
    private synchronized void end() {
        over = true;
        parts.takeWishToStop();
    }

    /** What is printed and said meanwhile. */
    private static final class Heard implements RunListener {

        private final StringBuilder text = new StringBuilder();

        synchronized String text() {
            return text.toString();
        }

        private synchronized void add(String more) {
            text.append(more, 0, Math.min(more.length(), MOST_OUTPUT - text.length()));
        }

        @Override
        public void output(EngineId engine, StreamKind kind, String output) {
            add(output);
        }

        @Override
        public void note(String sentence) {
            add(sentence + "\n");
        }

        @Override
        public void idle() {}

        @Override
        public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {}
    }
}
