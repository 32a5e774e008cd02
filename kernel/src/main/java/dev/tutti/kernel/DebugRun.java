package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CompiledEntry;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.debug.DebugDialogue;
import dev.tutti.kernel.debug.DebugEvent;
import dev.tutti.kernel.debug.Stop;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.view.Places;
import dev.tutti.kernel.view.RunOptions;
import dev.tutti.kernel.view.StepRun;
import dev.tutti.kernel.view.StopSignal;
import dev.tutti.kernel.view.StreamMode;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One step under the debugger, from its sending to its end; talks with the user whenever it stops. The cell's thread. */
final class DebugRun {

    private static final String PROMPT = "debug> ";

    /**
     * Whose code it is.
     *
     * @param cell where the code stands
     * @param engine whose variables were copied
     * @param left the names of those that could not be copied
     */
    record Place(CellNumber cell, EngineId engine, List<String> left) {}

    /**
     * What the steps of a cell have in common.
     *
     * @param commands what is said at the prompt first
     */
    record Setting(DebugEngine debugEngine, Place place, DebugHappenings happenings, Deque<String> commands) {}

    private final Kernel.Parts parts;
    private final Setting setting;
    private final CellRunner runner;
    private final CellListener listener;
    private final DebugDialogue dialogue;

    DebugRun(Kernel.Parts parts, Setting setting, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.setting = setting;
        this.runner = runner;
        this.listener = listener;
        this.dialogue = new DebugDialogue(
                setting.debugEngine().debuggee(),
                cell -> parts.session().source(new CellNumber(cell)).map(CellSource::text));
    }

    /** @return whether the code went to its end without an error */
    boolean run(CompiledStep step) throws InterruptedException {
        StepRun run = send(step);
        Thread.ofVirtual().name("debugger-step").start(() -> await(run));
        while (true) {
            switch (setting.happenings().next()) {
                case DebugHappenings.Happening.Written(var kind, var text) ->
                    listener.output(EngineId.LOCAL, kind, text);
                case DebugHappenings.Happening.Told(DebugEvent.Stopped(var stop)) -> {
                    if (!talk(stop)) {
                        return false;
                    }
                }
                case DebugHappenings.Happening.Told(DebugEvent.Gone()) -> {} // the step's end says so
                case DebugHappenings.Happening.Interrupted() -> {
                    listener.note("The debugged code was stopped.");
                    return false;
                }
                case DebugHappenings.Happening.Ended(var report) -> {
                    return report.map(this::ended).orElse(false);
                }
            }
        }
    }

    private StepRun send(CompiledStep step) {
        EngineId whose = setting.place().engine();
        // In its place among the targets, so that rank() and size() are those of the engine whose variables it has.
        List<EngineId> targets = whose.isLocal()
                ? List.of()
                : parts.engines().live().stream()
                        .filter(engine -> !engine.isLocal())
                        .map(engine -> engine.equals(whose) ? EngineId.LOCAL : engine)
                        .toList();
        Message.Execute execute = new Message.Execute(
                parts.session().compiler().session(),
                setting.place().cell(),
                targets,
                step.classes(),
                step.redefinitions(),
                step.entries().stream().map(CompiledEntry::entry).toList(),
                true,
                parts.session()
                        .display()
                        .limits(PlannedStep.Account.NONE, parts.config().width().getAsInt()));
        StepRun.Setting how = new StepRun.Setting(
                setting.debugEngine().controller(),
                new Places(),
                new RunOptions(StreamMode.LIVE, Optional.empty(), StopSignal.STOP, true),
                _ -> {},
                this::undefined);
        return StepRun.send(how, new TreeSet<>(List.of(EngineId.LOCAL)), execute);
    }

    private String undefined(VariableRef ref) {
        String name = parts.session().compiler().await().variables().stream()
                .filter(variable -> variable.ref().equals(ref))
                .map(SessionVariable::name)
                .findFirst()
                .orElse(ref.field());
        return name
                + (setting.place().left().contains(name)
                        ? " has no value in the debugger: the one that it has cannot be copied to another process."
                        : " is not defined here.");
    }

    private void await(StepRun run) {
        try {
            setting.happenings().ended(run.run(setting.happenings()));
        } catch (InterruptedException e) {
            setting.happenings().ended(Optional.empty());
        }
    }

    private boolean ended(StepReport report) {
        for (ResultGroup group : report.results()) {
            listener.print("The code has ended with " + group.value().text() + "\n");
        }
        if (report.results().isEmpty() && report.errors().isEmpty()) {
            listener.print("The code has ended.\n");
        }
        for (Folded<CellError> group : report.errors()) {
            if (group.item() instanceof CellError.Lost(var reason, var exitCode, _)) {
                // Not an engine of the session: nothing of it is lost, and it is not the program that exits.
                listener.note(
                        exitCode.isPresent()
                                ? "The code has ended the debugger's engine with exit code " + exitCode.getAsInt() + "."
                                : "The debugger's engine is gone: " + reason + ". The session is as it was.");
                return false;
            }
        }
        runner.debugged(
                setting.place().cell(),
                new CellExecution.Ending.Ended(report.withoutResults(), CellReport.Status.FAILED, ""));
        return report.errors().isEmpty();
    }

    /** @return whether there is more to come of the code */
    private boolean talk(Stop stop) {
        listener.print(dialogue.stopped(stop) + "\n");
        while (true) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                listener.note("The debugger was left; the code was not run to its end.");
                return false;
            }
            DebugDialogue.Answer answer = take(line.get());
            if (setting.happenings().isOver()) {
                return true; // what is over is told as what happens next
            }
            switch (answer) {
                case DebugDialogue.Answer.Said(var text) -> {
                    if (!text.isEmpty()) {
                        listener.print(text.stripTrailing() + "\n");
                    }
                }
                case DebugDialogue.Answer.Running() -> {
                    return true;
                }
                case DebugDialogue.Answer.Left() -> {
                    return false;
                }
            }
        }
    }

    /** An expression may compute for ever; Ctrl-C ends the process then, as no thread of it can be stopped alone. */
    private DebugDialogue.Answer take(String line) {
        setting.happenings().asking(setting.debugEngine().debuggee()::end);
        try {
            return dialogue.take(line);
        } finally {
            setting.happenings().asked();
        }
    }

    /** What was said beforehand, then what is typed. */
    private Optional<String> line() {
        if (setting.commands().isEmpty()) {
            return listener.ask(PROMPT);
        }
        String said = setting.commands().removeFirst();
        listener.print(PROMPT + said + "\n");
        return Optional.of(said);
    }
}
