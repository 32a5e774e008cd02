package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.CompiledStep;
import dev.tutti.kernel.compile.DeclaredVariable;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.magic.StepOptions;
import dev.tutti.kernel.view.CodeEnds;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers what clients ask about this kernel's session. Each question comes on a virtual thread of its own, also while a
 * cell of the user's runs at local and waits for the answer.
 */
final class ClientServices implements SessionServices {

    private final Kernel.Parts parts;

    ClientServices(Kernel.Parts parts) {
        this.parts = parts;
    }

    @Override
    public TaskMessage.Captures captures(SessionId session, TaskMessage.AskCaptures question) {
        return parts.session()
                .compiler()
                .of(session)
                .map(compiler -> compiler.captures(question.className(), question.method(), question.descriptor()))
                .orElseGet(() -> new TaskMessage.Captures(
                        List.of(),
                        List.of(),
                        Optional.of("The session that this code was declared in has been reset. Declare it anew.")));
    }

    @Override
    public TaskMessage.VariableFound variable(SessionId session, TaskMessage.AskVariable question) {
        return parts.session()
                .compiler()
                .of(session)
                .flatMap(compiler -> question.declare()
                        .map(type -> declare(session, compiler, question.name(), type))
                        .orElseGet(() -> compiler.variable(question.name())))
                .map(variable -> new TaskMessage.VariableFound(Optional.of(variable.ref()), variable.type()))
                .orElseGet(() -> new TaskMessage.VariableFound(Optional.empty(), ""));
    }

    private Optional<dev.tutti.kernel.compile.SessionVariable> declare(
            SessionId session, CellCompiler compiler, String name, String type) {
        DeclaredVariable declared = compiler.declare(name, type);
        if (!declared.redefinitions().isEmpty()) {
            parts.tell(parts.engines().live(), new Message.Redefine(session, declared.redefinitions()));
        }
        return declared.variable();
    }

    @Override
    public TaskMessage.CodeExecuted execute(SessionId session, TaskMessage.ExecuteCode code) {
        SortedSet<EngineId> targets = new TreeSet<>(code.targets());
        if (targets.contains(EngineId.LOCAL)) {
            return rejected("Code cannot be sent to local, which runs the code that sends it. Call it there instead.");
        }
        if (parts.session().compiler().of(session).isEmpty()) {
            return rejected("The session of this client has been reset. Connect anew.");
        }
        try {
            List<Step> steps = parts.session().parser().steps(code.code());
            if (!steps.stream().allMatch(Step.Java.class::isInstance)) {
                return rejected("Magics, help and system commands are for cells that are typed. Send Java alone.");
            }
            return steps.isEmpty() ? nothing(targets) : run(code, targets);
        } catch (CellSyntaxException e) {
            return rejected(e.getMessage());
        } catch (LaunchException e) {
            return rejected(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return rejected("The code was given up: its thread was interrupted.");
        }
    }

    private TaskMessage.CodeExecuted run(TaskMessage.ExecuteCode code, SortedSet<EngineId> targets)
            throws LaunchException, InterruptedException {
        CellSource source = new CellSource(code.code(), CellOrigin.TYPED);
        CellNumber number = parts.session().begin(source);
        JavaStep java = new JavaStep(
                source.text(),
                0,
                source.text().length(),
                parts.session().places().newestResult(targets));
        CellAdmission.Verdict verdict =
                new CellAdmission(parts, this::note).admit(number, List.of(new CellAdmission.Wanted(java, targets)));
        return switch (verdict) {
            case CellAdmission.Verdict.Refused(var reasons) ->
                rejected(
                        reasons.stream().map(reason -> sentence(source, reason)).collect(Collectors.joining("\n")));
            case CellAdmission.Verdict.Admitted(var steps) ->
                run(number, code.show() ? steps.getFirst() : steps.getFirst().silent(), targets);
        };
    }

    private TaskMessage.CodeExecuted run(CellNumber number, CompiledStep step, SortedSet<EngineId> targets)
            throws LaunchException, InterruptedException {
        CodeEnds ends = new CodeEnds(this::note);
        CellExecution execution = new CellExecution(parts, ends, number, StepOptions.PLAIN.streamed());
        switch (execution.run(step, targets, PlannedStep.Account.NONE)) {
            case CellExecution.Ending.DeclaredOnly() -> {
                return nothing(targets);
            }
            case CellExecution.Ending.Ended ended -> execution.afterLosses(ended.report(), ends);
            case CellExecution.Ending.Behind _ -> throw new IllegalStateException("A plain step is waited for.");
        }
        return new TaskMessage.CodeExecuted(Optional.empty(), ends.ends());
    }

    private void note(String sentence) {
        parts.config().background().note(sentence);
    }

    /** The reason, with the line that it is about. */
    private static String sentence(CellSource source, CellError.Refused reason) {
        if (reason.end() <= reason.start()) {
            return reason.message();
        }
        int line = (int) source.text()
                        .substring(0, Math.min(reason.start(), source.text().length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return reason.message() + "\n  in line " + line + ": "
                + source.line(line).orElse("");
    }

    private static TaskMessage.CodeExecuted nothing(SortedSet<EngineId> targets) {
        return new TaskMessage.CodeExecuted(
                Optional.empty(),
                targets.stream()
                        .map(engine -> new TaskMessage.CodeEnd(engine, Optional.of(new Outcome.Nothing()), "", "", ""))
                        .toList());
    }

    private static TaskMessage.CodeExecuted rejected(String why) {
        return new TaskMessage.CodeExecuted(Optional.of(why), List.of());
    }

    @Override
    public void awaitEngines() {
        try {
            parts.engines().awaitOthers();
        } catch (LaunchException e) {
            note(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
