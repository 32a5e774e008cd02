package dev.tutti.kernel;

import dev.tutti.client.CapturedOutput;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.fold.TraceMode;
import dev.tutti.kernel.magic.AroundCell;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.Placement;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.magic.StepOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The way of one cell: planned, compiled whole, checked, then run step by step. One instance per cell; runs on the thread
 * that submitted it.
 *
 * <p>A magic that changes what later Java compiles to (a reset, a script) cuts the cell: what stands before it is
 * compiled and run first.
 */
final class CellRunner {

    private final Kernel.Parts parts;
    private final CapturingListener listener;
    private final CellNumber number;
    private final CellSource source;

    private final List<StepReport> reports = new ArrayList<>();
    private final List<CellError.Refused> refusals = new ArrayList<>();
    private CellReport.Status status = CellReport.Status.OK;
    private Duration compileTime = Duration.ZERO;
    private Optional<SessionVariable> latestLocalResult = Optional.empty();

    CellRunner(Kernel.Parts parts, CellSource source, CellListener listener) {
        this.parts = parts;
        this.listener = new CapturingListener(listener);
        this.source = source;
        this.number = parts.session().begin(source);
        parts.terminal().heardBy(this.listener);
    }

    CellNumber number() {
        return number;
    }

    CellReport run() {
        long start = System.nanoTime();
        parts.session().libraries().applications().beforeCell(parts, listener);
        parts.session().libraries().reloading().beforeCell(parts, listener);
        KernelMagicContext context = new KernelMagicContext(parts, this, listener);
        try {
            List<PlannedStep> plan =
                    new CellPlanner(parts.session().parser(), context, parts.session()::isName).plan(source.text());
            runSegments(AroundCell.of(plan, source.text(), context), context);
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
        context.end();
        listener.end().ifPresent(this::showKept);
        new Autosave(parts, context).ended(number);
        return new CellReport(number, source, status, reports, refusals, Duration.ofNanos(System.nanoTime() - start));
    }

    /** The cell ended before it could give away what it printed. */
    private void showKept(CapturedOutput kept) {
        listener.print(kept.stdout() + kept.results());
        if (!kept.stderr().isEmpty()) {
            listener.note(kept.stderr().stripTrailing());
        }
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

    private void runSegment(List<PlannedStep> planned, KernelMagicContext context)
            throws MagicException, TargetException, LaunchException, InterruptedException {
        List<PlannedStep> segment = new ShownValues(parts, source.text()).of(planned);
        List<Resolved> java = new ArrayList<>();
        for (PlannedStep step : segment) {
            if (step instanceof PlannedStep.Java one) {
                java.add(resolve(one));
            }
        }
        List<CompiledStep> compiled = java.isEmpty()
                ? List.of()
                : admit(java.stream().map(Resolved::wanted).toList());
        if (status != CellReport.Status.OK) {
            return;
        }
        int next = 0;
        for (PlannedStep step : segment) {
            if (parts.takeWishToStop()) {
                refuse(CellError.Refused.of("The cell was stopped before all of it had run."));
                status = CellReport.Status.INTERRUPTED;
                return;
            }
            switch (step) {
                case PlannedStep.Java _ -> {
                    runJava(compiled.get(next), java.get(next), context);
                    next++;
                }
                case PlannedStep.Act(var action, _) -> action.run(context);
                case PlannedStep.Placed(var action, var placement) ->
                    action.run(context, placement.get().targets());
            }
            if (status != CellReport.Status.OK) {
                return;
            }
        }
    }

    /** A Java step on its way. */
    private record Resolved(CellAdmission.Wanted wanted, StepOptions options, PlannedStep.Account account) {}

    private Resolved resolve(PlannedStep.Java planned)
            throws MagicException, TargetException, LaunchException, InterruptedException {
        Placement placement = planned.placement().get();
        SortedSet<EngineId> targets = parts.resolve(placement.targets());
        if (placement.options().alsoLocal()) {
            targets.add(EngineId.LOCAL);
        }
        if (placement.options().outputs().isPresent()) {
            OutputFolder.make(placement.options().outputs().get());
        }
        JavaStep step = new JavaStep(
                source.text(),
                planned.start(),
                planned.end(),
                parts.session().places().newestResult(targets),
                planned.around());
        return new Resolved(new CellAdmission.Wanted(step, targets), placement.options(), planned.account());
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

    /** The result of the latest Java step, if that ran at local. */
    Optional<SessionVariable> latestLocalResult() {
        return latestLocalResult;
    }

    private void runJava(CompiledStep step, Resolved resolved, KernelMagicContext context)
            throws MagicException, LaunchException, InterruptedException {
        boolean local = resolved.wanted().targets().contains(EngineId.LOCAL);
        latestLocalResult = local ? step.result() : Optional.empty();
        long start = System.nanoTime();
        context.forgetStep();
        CellExecution execution = new CellExecution(parts, listener, number, resolved.options());
        switch (execution.run(step, resolved.wanted().targets(), resolved.account())) {
            case CellExecution.Ending.DeclaredOnly() -> {}
            case CellExecution.Ending.Behind(var behind, boolean wanted) -> {
                context.noteBehind();
                leftBehind(behind, wanted);
            }
            case CellExecution.Ending.Ended ended -> {
                StepReport report = ended.report();
                context.noteStep(compileTime, Duration.ofNanos(System.nanoTime() - start), report);
                ended(number, isShownOtherwise(resolved.account()) ? ended.withoutResults() : ended);
                execution.afterLosses(report, listener);
                execution.writeOutputs(report);
                if (resolved.options().name().isPresent()) {
                    storeResults(
                            step.result(), report, resolved.options().name().get());
                }
            }
        }
    }

    private static boolean isShownOtherwise(PlannedStep.Account account) {
        return switch (account) {
            case FIGURES, PAGE, TREE -> true;
            case NONE, COUNTS, TABLE -> false;
        };
    }

    /** Gives a variable at local the results that a step has left at its targets. */
    void storeResults(Optional<SessionVariable> result, StepReport report, String name) throws MagicException {
        if (result.isEmpty()) {
            throw new MagicException("The code gives no value that " + name + " could hold.");
        }
        List<EngineId> engines = new ArrayList<>(report.targets());
        engines.removeAll(Folded.engines(report.errors()));
        new KernelValues(parts, this, listener).storeResults(result.get(), engines, name);
    }

    /**
     * Shows what came of a step.
     *
     * @param cell the cell that sent it
     */
    void ended(CellNumber cell, CellExecution.Ending.Ended ended) {
        show(cell, ended, parts.session().traces().noted(cell, ended.report()));
    }

    /** As the other, for what ran under the debugger: it is not the last error, which can be looked at again. */
    void debugged(CellNumber cell, CellExecution.Ending.Ended ended) {
        StepReport report = ended.report();
        TraceMode mode = parts.session().traces().mode();
        show(cell, ended, report.presented(report.presentation().traced(mode)));
    }

    private void show(CellNumber cell, CellExecution.Ending.Ended ended, StepReport report) {
        reports.add(report);
        listener.step(cell, report);
        if (!ended.report().errors().isEmpty()) {
            status = ended.ifFailed();
            if (!ended.afterword().isEmpty()) {
                listener.note(ended.afterword());
            }
        }
    }

    /** Keeps what the cell prints, when asked to. */
    CapturingListener listener() {
        return listener;
    }

    /** Shows what went wrong with tasks that a magic gave to engines. */
    void failed(SortedSet<EngineId> targets, SortedMap<EngineId, CellError> errors, boolean cancelled) {
        StepReport report = new StepReport(
                List.copyOf(targets),
                List.of(),
                List.of(),
                List.of(),
                Folded.fold(errors, CellError::likeness),
                StepReport.EngineTimes.NONE,
                new TreeMap<>(),
                Presentation.PLAIN);
        ended(
                number,
                new CellExecution.Ending.Ended(
                        report, cancelled ? CellReport.Status.INTERRUPTED : CellReport.Status.FAILED, ""));
    }

    /** Tells that a step runs on. @param wanted whether the user started it so; else Ctrl-C has cut the cell short */
    void leftBehind(BackgroundStep step, boolean wanted) {
        String family = step.options().family();
        listener.note((wanted ? "Running" : "Left running") + " on " + step.where() + " behind the prompt. %pxresult"
                + family + " waits for it and shows what came of it.");
        if (!wanted) {
            status = CellReport.Status.INTERRUPTED;
        }
    }

    /** A cell or magic did not get as far as the engines. */
    void refuse(CellError.Refused refusal) {
        refusals.add(refusal);
        status = CellReport.Status.FAILED;
        listener.refused(number, source, refusal);
    }
}
