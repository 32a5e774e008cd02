package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.CompiledEntry;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.magic.StepOptions;
import dev.tutti.kernel.view.RunListener;
import dev.tutti.kernel.view.RunOptions;
import dev.tutti.kernel.view.StepRun;
import dev.tutti.kernel.view.StreamMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends one compiled step to its targets and the rest of the engines what they must know; sees it to its end. */
final class CellExecution {

    /** What became of a step for the cell that sent it. */
    sealed interface Ending {

        /** Nothing was run. */
        record DeclaredOnly() implements Ending {}

        /**
         * @param ifFailed why it did not succeed, if the report tells errors
         * @param afterword what is to be said after the report; may be empty
         */
        record Ended(StepReport report, CellReport.Status ifFailed, String afterword) implements Ending {

            /** The same, with nothing to show of the values. */
            Ended withoutResults() {
                return new Ended(report.withoutResults(), ifFailed, afterword);
            }
        }

        /** It runs on behind the prompt. @param wanted whether it was started so; else Ctrl-C left it */
        record Behind(BackgroundStep step, boolean wanted) implements Ending {}
    }

    private final Kernel.Parts parts;
    private final RunListener listener;
    private final CellNumber number;
    private final StepOptions options;

    CellExecution(Kernel.Parts parts, RunListener listener, CellNumber number, StepOptions options) {
        this.parts = parts;
        this.listener = listener;
        this.number = number;
        this.options = options;
    }

    /** Runs a step, unless it only declares. @param account what engines tell of it */
    Ending run(CompiledStep step, SortedSet<EngineId> targets, PlannedStep.Account account)
            throws LaunchException, InterruptedException {
        boolean declaresOnly = step.entries().isEmpty();
        spread(step, declaresOnly ? Set.of() : targets, declaresOnly);
        if (declaresOnly) {
            return new Ending.DeclaredOnly();
        }
        if (options.verbose()) {
            listener.note("Parallel execution on " + EngineRanges.brief(targets) + ".");
        }
        StepRun run = send(step, targets, account);
        CellDeadline deadline = CellDeadline.start(timeout(), run);
        if (!options.block()) {
            return behind(step, run, deadline, true);
        }
        Optional<StepReport> report;
        try (Kernel.Waiting _ = parts.waitingFor(run)) {
            report = run.run(listener);
        }
        return report.isEmpty() ? behind(step, run, deadline, false) : ended(run, deadline, report.get());
    }

    private StepRun send(CompiledStep step, SortedSet<EngineId> targets, PlannedStep.Account account)
            throws InterruptedException {
        Message.Execute execute = new Message.Execute(
                parts.session().compiler().session(),
                number,
                targets.stream().filter(target -> !target.isLocal()).toList(),
                step.classes(),
                step.redefinitions(),
                step.entries().stream().map(CompiledEntry::entry).toList(),
                !step.suppressed() && account != PlannedStep.Account.TREE,
                parts.session().display().limits(account, parts.config().width().getAsInt()),
                account == PlannedStep.Account.COUNTS);
        CellCompiler compiler = parts.session().compiler().await();
        StepRun.Setting setting = new StepRun.Setting(
                parts.controller(),
                parts.session().places(),
                new RunOptions(
                        mode(),
                        options.progressAfter(),
                        options.onInterrupt(),
                        options.presentation().look() != Presentation.Look.UNFOLDED),
                parts.engines()::replace,
                ref -> DefinedHere.undefinedAtRun(compiler, parts.session().places(), ref));
        return StepRun.send(setting, targets, execute);
    }

    private StreamMode mode() {
        StreamMode usual = parts.config().stream();
        if (options.stream().isEmpty()) {
            return usual;
        }
        if (options.stream().get()) {
            return StreamMode.LIVE;
        }
        return usual == StreamMode.LIVE ? StreamMode.LOCAL_LIVE : usual;
    }

    /** The shorter of the limits of the step and of all cells. */
    private Optional<Duration> timeout() {
        return Stream.of(options.timeout(), parts.config().timeout())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private Ending behind(CompiledStep compiled, StepRun run, CellDeadline deadline, boolean wanted) {
        BackgroundStep step = new BackgroundStep(number, options, run, compiled.result());
        parts.session().px().add(step);
        RunListener quiet = new BackgroundStep.Quiet(parts.config().background());
        step.start(() -> {
            Ending.Ended ended = ended(run, deadline, run.finish(quiet));
            afterLosses(ended.report(), quiet);
            try {
                writeOutputs(ended.report());
            } catch (MagicException e) {
                quiet.note(e.getMessage());
            }
            return ended;
        });
        return new Ending.Behind(step, wanted);
    }

    private Ending.Ended ended(StepRun run, CellDeadline deadline, StepReport report) {
        deadline.close();
        StepReport presented = report.presented(options.presentation());
        if (deadline.passed()) {
            String limit = timeout().map(CellExecution::seconds).orElse("");
            return new Ending.Ended(
                    presented, CellReport.Status.TIMED_OUT, "The time limit of " + limit + " was over.");
        }
        return new Ending.Ended(
                presented, run.interrupted() ? CellReport.Status.INTERRUPTED : CellReport.Status.FAILED, "");
    }

    /** Writes the files that the step's options ask for. */
    void writeOutputs(StepReport report) throws MagicException {
        if (options.outputs().isPresent()) {
            OutputFolder.write(options.outputs().get(), report);
        }
    }

    /** Declarations are known everywhere: engines that are no targets get them too, and may wait to define them. */
    private void spread(CompiledStep step, Set<EngineId> targets, boolean declaresOnly) {
        List<ClassFile> files = new ArrayList<>(step.redefinitions());
        if (declaresOnly) {
            files.addAll(step.classes());
        }
        if (!files.isEmpty()) {
            SortedSet<EngineId> others = new TreeSet<>(parts.engines().live());
            others.removeAll(targets);
            parts.tell(others, new Message.Redefine(parts.session().compiler().session(), files));
        }
    }

    /** Engines that are gone have lost their variables; local is started again, and the user is told what that cost. */
    void afterLosses(StepReport report, RunListener told) throws LaunchException, InterruptedException {
        for (Folded<CellError> group : report.errors()) {
            if (group.item() instanceof CellError.Lost lost) {
                for (EngineId engine : group.engines()) {
                    Set<VariableRef> gone = parts.session().places().clear(engine);
                    boolean meantForAll =
                            parts.config().exitEnds() && lost.exitCode().isPresent();
                    if (engine.isLocal() && !meantForAll) {
                        tellLocalLosses(gone, told);
                    }
                }
            }
        }
    }

    private void tellLocalLosses(Set<VariableRef> gone, RunListener told) throws LaunchException, InterruptedException {
        parts.engines().awaitLocal();
        String names = parts.session().compiler().await().variables().stream()
                .filter(variable -> gone.contains(variable.ref()))
                .map(SessionVariable::name)
                .collect(Collectors.joining(", "));
        told.note("A fresh local engine is in place."
                + (names.isEmpty() ? "" : " These variables have no value there now: " + names + "."));
    }
}
