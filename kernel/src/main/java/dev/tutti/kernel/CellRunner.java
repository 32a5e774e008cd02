package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TargetException;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.PlannedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The way of one cell: planned, compiled whole, checked, then run step by step. One instance per cell; runs on the thread
 * that submitted it.
 *
 * <p>A magic that changes what later Java compiles to (a reset, a script) cuts the cell: what stands before it is
 * compiled and run first.
 */
final class CellRunner {

    private final Kernel.Parts parts;
    private final CellListener listener;
    private final CellNumber number;
    private final CellSource source;

    private final List<StepReport> reports = new ArrayList<>();
    private final List<CellError.Refused> refusals = new ArrayList<>();
    private CellReport.Status status = CellReport.Status.OK;
    private Duration compileTime = Duration.ZERO;

    CellRunner(Kernel.Parts parts, CellSource source, CellListener listener) {
        this.parts = parts;
        this.listener = listener;
        this.source = source;
        this.number = parts.session().begin(source);
    }

    CellReport run() {
        long start = System.nanoTime();
        KernelMagicContext context = new KernelMagicContext(parts, this, listener);
        try {
            List<PlannedStep> plan = new CellPlanner(parts.session().parser(), context).plan(source.text());
            runSegments(plan, context);
        } catch (CellSyntaxException e) {
            refuse(new CellError.Refused(e.getMessage(), e.start(), e.end()));
        } catch (MagicException | TargetException e) {
            refuse(CellError.Refused.of(e.getMessage()));
        } catch (LaunchException e) {
            refuse(CellError.Refused.of(e.getMessage()));
            status = CellReport.Status.NO_ENGINES;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(CellError.Refused.of("The cell was given up: its thread was interrupted."));
            status = CellReport.Status.INTERRUPTED;
        }
        return new CellReport(number, source, status, reports, refusals, Duration.ofNanos(System.nanoTime() - start));
    }

    private void runSegments(List<PlannedStep> plan, KernelMagicContext context)
            throws MagicException, TargetException, LaunchException, InterruptedException {
        List<PlannedStep> segment = new ArrayList<>();
        for (PlannedStep step : plan) {
            segment.add(step);
            if (step instanceof PlannedStep.Act(_, boolean changesSession) && changesSession) {
                runSegment(segment, context);
                segment.clear();
                if (status != CellReport.Status.OK) {
                    return;
                }
            }
        }
        runSegment(segment, context);
    }

    private void runSegment(List<PlannedStep> segment, KernelMagicContext context)
            throws MagicException, TargetException, LaunchException, InterruptedException {
        List<CellAdmission.Wanted> java = new ArrayList<>();
        for (PlannedStep step : segment) {
            if (step instanceof PlannedStep.Java planned) {
                java.add(resolve(planned));
            }
        }
        List<CompiledStep> compiled = java.isEmpty() ? List.of() : admit(java);
        if (status != CellReport.Status.OK) {
            return;
        }
        int next = 0;
        for (PlannedStep step : segment) {
            switch (step) {
                case PlannedStep.Java _ -> {
                    runJava(compiled.get(next), java.get(next).targets(), context);
                    next++;
                }
                case PlannedStep.Act(var action, _) -> action.run(context);
            }
            if (status != CellReport.Status.OK) {
                return;
            }
        }
    }

    private CellAdmission.Wanted resolve(PlannedStep.Java planned)
            throws TargetException, LaunchException, InterruptedException {
        SortedSet<EngineId> targets = parts.resolve(planned.targets());
        if (planned.alsoLocal()) {
            targets.add(EngineId.LOCAL);
        }
        JavaStep step = new JavaStep(
                source.text(),
                planned.start(),
                planned.end(),
                parts.session().places().newestResult(targets),
                planned.around());
        return new CellAdmission.Wanted(step, targets);
    }

    /** The compiled steps; none if the cell is refused. */
    private List<CompiledStep> admit(List<CellAdmission.Wanted> java) {
        long start = System.nanoTime();
        CellAdmission.Verdict verdict = new CellAdmission(parts, listener::note).admit(number, java);
        compileTime = compileTime.plusNanos(System.nanoTime() - start);
        return switch (verdict) {
            case CellAdmission.Verdict.Admitted(var steps) -> steps;
            case CellAdmission.Verdict.Refused(var reasons) -> {
                reasons.forEach(this::refuse);
                yield List.of();
            }
        };
    }

    private void runJava(CompiledStep step, SortedSet<EngineId> targets, KernelMagicContext context)
            throws LaunchException, InterruptedException {
        long start = System.nanoTime();
        CellExecution execution = new CellExecution(parts, listener, parts.config().stream(), number);
        Optional<StepReport> ran = execution.run(step, targets);
        if (ran.isEmpty()) {
            return;
        }
        StepReport report = ran.get();
        reports.add(report);
        context.noteTimes(compileTime, Duration.ofNanos(System.nanoTime() - start), report.engineTimes());
        listener.step(number, report);
        execution.afterLosses(report);
        if (!report.errors().isEmpty()) {
            status = execution.status();
        }
    }

    /** A cell or magic did not get as far as the engines. */
    void refuse(CellError.Refused refusal) {
        refusals.add(refusal);
        status = CellReport.Status.FAILED;
        listener.refused(number, source, refusal);
    }
}
