package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.Compilation;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.debug.CodePlace;
import dev.tutti.kernel.debug.DebugException;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.magic.Debugging;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.PlannedStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The debugger as the magics of one cell see it: finds out what is to be debugged, and with whose variables. */
final class KernelDebugger implements Debugging {

    private final Kernel.Parts parts;
    private final MagicContext context;
    private final CellRunner runner;
    private final CellListener listener;

    KernelDebugger(Kernel.Parts parts, MagicContext context, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.context = context;
        this.runner = runner;
        this.listener = listener;
    }

    @Override
    public void run(List<PlannedStep> steps, Wish wish) throws MagicException {
        String text = parts.session()
                .source(runner.number())
                .map(CellSource::text)
                .orElseThrow(() -> new MagicException("The text of this cell is not known."));
        List<PlannedStep.Java> java = java(steps);
        EngineId engine =
                engine(wish.engine().orElse(java.getFirst().placement().get().targets()));
        debug(new Code(runner.number(), text, java, wish.breakpoints().isEmpty() && !wish.thrown()), engine, wish);
    }

    @Override
    public void runFailed(Wish wish) throws MagicException {
        SessionTraces.Failed failed = parts.session()
                .traces()
                .last()
                .orElseThrow(() -> new MagicException("No cell has failed while it ran, so there is nothing to look at."
                        + " %debug CODE runs code step by step."));
        CellSource source = parts.session()
                .source(failed.cell())
                .orElseThrow(() -> new MagicException("The text of cell " + failed.cell() + " is not known."));
        List<PlannedStep> steps;
        try {
            steps = new CellPlanner(parts.session().parser(), context, parts.session()::isName).plan(source.text());
        } catch (CellSyntaxException e) {
            throw new MagicException(e.getMessage());
        }
        SortedSet<EngineId> where = new TreeSet<>(Folded.engines(failed.report().errors()));
        EngineId engine = wish.engine().isPresent()
                ? engine(wish.engine().get())
                : where.isEmpty() ? EngineId.LOCAL : where.first();
        listener.note("Cell " + failed.cell() + " runs again, on copies of the variables of "
                + EngineRanges.named(new TreeSet<>(List.of(engine))) + ", up to where it throws.");
        debug(new Code(failed.cell(), source.text(), java(steps), false), engine, wish);
    }

    /** What is debugged. @param fromStart whether it stops at its first line */
    private record Code(CellNumber cell, String text, List<PlannedStep.Java> steps, boolean fromStart) {}

    private static List<PlannedStep.Java> java(List<PlannedStep> steps) throws MagicException {
        List<PlannedStep.Java> java = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (step instanceof PlannedStep.Java one) {
                java.add(one);
            }
        }
        if (java.isEmpty()) {
            throw new MagicException("There is no Java to debug here, only magics.");
        }
        return java;
    }

    private EngineId engine(TargetSpec targets) throws MagicException {
        try {
            SortedSet<EngineId> engines = parts.resolve(targets);
            if (engines.size() != 1) {
                throw new MagicException("One engine can be debugged at a time, but these are "
                        + EngineRanges.named(engines) + ". Say which one: %debug --engine " + engines.first() + ".");
            }
            return engines.first();
        } catch (TargetException | LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            throw givenUp();
        }
    }

    private static MagicException givenUp() {
        Thread.currentThread().interrupt();
        return new MagicException("The cell was given up: its thread was interrupted.");
    }

    private void debug(Code code, EngineId engine, Wish wish) throws MagicException {
        DebugFacts facts = new DebugFacts(parts.session(), code.cell());
        List<JavaStep> steps = code.steps().stream()
                .map(step -> new JavaStep(
                        code.text(),
                        step.start(),
                        step.end(),
                        parts.session().places().newestResult(List.of(engine)),
                        step.around()))
                .toList();
        switch (facts.compile(steps)) {
            case Compilation.Rejected(var diagnostics) -> refuse(code, diagnostics);
            case Compilation.Compiled(var compiled) -> debug(code, engine, wish, facts, compiled.steps());
        }
    }

    private void refuse(Code code, List<Diagnostic> diagnostics) throws MagicException {
        if (!code.cell().equals(runner.number())) {
            throw new MagicException("Cell " + code.cell() + " does not compile any more: "
                    + diagnostics.getFirst().message());
        }
        diagnostics.forEach(diagnostic ->
                runner.refuse(new CellError.Refused(diagnostic.message(), diagnostic.start(), diagnostic.end())));
    }

    /** Before anything is started: a wrong one is told at once. */
    private static List<CodePlace> places(Code code, Wish wish, DebugFacts facts) throws MagicException {
        List<CodePlace> places = new ArrayList<>();
        try {
            for (String place : wish.breakpoints()) {
                places.add(facts.existing(
                        CodePlace.parse(place, Optional.of(code.cell().value()))));
            }
        } catch (DebugException e) {
            throw new MagicException(e.getMessage());
        }
        return places;
    }

    private void debug(Code code, EngineId engine, Wish wish, DebugFacts facts, List<CompiledStep> steps)
            throws MagicException {
        DebugHappenings happenings = new DebugHappenings();
        List<CodePlace> places = places(code, wish, facts);
        try (Kernel.Waiting _ = parts.waitingFor(happenings::interrupt);
                DebugEngine debugEngine = DebugEngine.start(parts, facts, happenings::told)) {
            List<String> left = debugEngine.copyFrom(engine, listener);
            for (CodePlace place : places) {
                debugEngine.debuggee().breakAt(place);
            }
            debugEngine.debuggee().breakOnThrow(wish.thrown());
            if (code.fromStart()) {
                debugEngine.debuggee().breakAtStart();
            }
            DebugRun.Setting setting = new DebugRun.Setting(
                    debugEngine,
                    new DebugRun.Place(code.cell(), engine, left),
                    happenings,
                    new ArrayDeque<>(wish.commands()));
            for (CompiledStep step : steps) {
                if (!step.entries().isEmpty() && !new DebugRun(parts, setting, runner, listener).run(step)) {
                    return;
                }
            }
        } catch (DebugException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            throw givenUp();
        }
    }
}
