package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.CompiledEntry;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.view.RunListener;
import dev.tutti.kernel.view.StepRun;
import dev.tutti.kernel.view.StreamMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sends one compiled step to its targets and the rest of the engines what they must know; sees it to its end. */
final class CellExecution {

    private static final int SHOWN_LINES = 200;
    private static final int SHOWN_CHARACTERS = 8_000;

    private final Kernel.Parts parts;
    private final RunListener listener;
    private final StreamMode mode;
    private final CellNumber number;
    private CellReport.Status status = CellReport.Status.FAILED;

    CellExecution(Kernel.Parts parts, RunListener listener, StreamMode mode, CellNumber number) {
        this.parts = parts;
        this.listener = listener;
        this.mode = mode;
        this.number = number;
    }

    /** Runs a step; nothing if it only declares. */
    Optional<StepReport> run(CompiledStep step, SortedSet<EngineId> targets)
            throws LaunchException, InterruptedException {
        boolean declaresOnly = step.entries().isEmpty();
        spread(step, declaresOnly ? Set.of() : targets, declaresOnly);
        if (declaresOnly) {
            return Optional.empty();
        }
        Message.Execute execute = new Message.Execute(
                parts.session().compiler().session(),
                number,
                targets.stream().filter(target -> !target.isLocal()).toList(),
                step.classes(),
                step.redefinitions(),
                step.entries().stream().map(CompiledEntry::entry).toList(),
                !step.suppressed(),
                new RenderLimits(Math.max(20, parts.config().width().getAsInt()), SHOWN_LINES, SHOWN_CHARACTERS));
        CellCompiler compiler = parts.session().compiler().await();
        StepRun.Setting setting = new StepRun.Setting(
                parts.controller(),
                parts.session().places(),
                mode,
                parts.engines()::replace,
                ref -> DefinedHere.undefinedAtRun(compiler, parts.session().places(), ref));
        StepRun run = StepRun.send(setting, listener, targets, execute);
        try (CellDeadline deadline = parts.running(run)) {
            StepReport report = run.run();
            if (deadline.passed()) {
                status = CellReport.Status.TIMED_OUT;
            } else if (run.interrupted()) {
                status = CellReport.Status.INTERRUPTED;
            }
            return Optional.of(report);
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

    /** Why the step did not succeed, if it did not. */
    CellReport.Status status() {
        return status;
    }

    /** Engines that are gone have lost their variables; local is started again, and the user is told what that cost. */
    void afterLosses(StepReport report) throws LaunchException, InterruptedException {
        for (Folded<CellError> group : report.errors()) {
            if (group.item() instanceof CellError.Lost lost) {
                for (EngineId engine : group.engines()) {
                    Set<VariableRef> gone = parts.session().places().clear(engine);
                    boolean meantForAll =
                            parts.config().exitEnds() && lost.exitCode().isPresent();
                    if (engine.isLocal() && !meantForAll) {
                        tellLocalLosses(gone);
                    }
                }
            }
        }
    }

    private void tellLocalLosses(Set<VariableRef> gone) throws LaunchException, InterruptedException {
        parts.engines().awaitLocal();
        String names = parts.session().compiler().await().variables().stream()
                .filter(variable -> gone.contains(variable.ref()))
                .map(SessionVariable::name)
                .collect(Collectors.joining(", "));
        listener.note("A fresh local engine is in place."
                + (names.isEmpty() ? "" : " These variables have no value there now: " + names + "."));
    }
}
