package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How code that was given as text ended on one engine.
 *
 * @param engine the engine's number
 * @param text the value of its last expression, as text; empty if it has none
 * @param error why it failed; none if it did not
 * @param stdout what it wrote to standard output, bounded
 * @param stderr what it wrote to standard error, bounded
 */
public record CodeResult(int engine, String text, Optional<RuntimeException> error, String stdout, String stderr) {

    public CodeResult {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
    }

    /** In the order of the targets. @throws TaskRefusedException if the code did not compile: then it ran nowhere */
    static List<CodeResult> inOrder(TaskMessage.CodeExecuted executed, List<EngineId> targets) {
        if (executed.rejected().isPresent()) {
            throw new TaskRefusedException(
                    OptionalInt.empty(),
                    "The code does not compile:\n" + executed.rejected().get());
        }
        List<TaskMessage.CodeEnd> ends = new ArrayList<>(executed.ends());
        ends.sort(Comparator.comparingInt(end -> targets.indexOf(end.engine())));
        return ends.stream().map(CodeResult::of).toList();
    }

    private static CodeResult of(TaskMessage.CodeEnd end) {
        OptionalInt engine = OptionalInt.of(end.engine().number());
        String text = "";
        Optional<RuntimeException> error = Optional.empty();
        if (end.outcome().isEmpty()) {
            error = Optional.of(new EngineLostException(engine, "lost: " + end.lost()));
        } else {
            switch (end.outcome().get()) {
                case dev.tutti.engine.wire.Outcome.Value(var rendered) -> text = rendered.text();
                case dev.tutti.engine.wire.Outcome.Nothing() -> text = "";
                case dev.tutti.engine.wire.Outcome.Thrown(var fault) ->
                    error = Optional.of(new RemoteException(engine, fault, Optional.empty()));
                case dev.tutti.engine.wire.Outcome.Stopped(var where) -> error = Optional.of(stopped(where));
                case dev.tutti.engine.wire.Outcome.Undefined(_, var fault) ->
                    error = Optional.of(new RemoteException(engine, fault, Optional.empty()));
            }
        }
        return new CodeResult(end.engine().number(), text, error, end.stdout(), end.stderr());
    }

    private static RuntimeException stopped(List<Frame> where) {
        String place = where.isEmpty()
                ? ""
                : " at " + where.getFirst().file() + ", line "
                        + where.getFirst().line();
        return new TaskCancelledException("The code was stopped" + place + ".");
    }

    /** @throws CompositeException if any failed */
    static List<CodeResult> requireSuccess(List<CodeResult> results) {
        List<RuntimeException> failures = results.stream()
                .map(CodeResult::error)
                .flatMap(Optional::stream)
                .toList();
        if (!failures.isEmpty()) {
            throw new CompositeException(failures, results.size());
        }
        return results;
    }
}
