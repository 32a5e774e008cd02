package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes an exception of the end of a task that gave no value: one class for each kind of {@link TaskOutcome}. */
final class Failures {

    private final Dispatcher dispatcher;

    Failures(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** The value's parcel has no failure. */
    Optional<RuntimeException> of(TaskEnd end) {
        OptionalInt engine = end.engine().map(id -> OptionalInt.of(id.number())).orElse(OptionalInt.empty());
        return switch (end.outcome()) {
            case TaskOutcome.Value _ -> Optional.empty();
            case TaskOutcome.Thrown(var fault, var exception) ->
                Optional.of(new RemoteException(engine, fault, original(exception)));
            case TaskOutcome.Stopped(var where) -> Optional.of(new TaskCancelledException(stopped(end, where)));
            case TaskOutcome.Unmet(var reason) ->
                Optional.of(new ImpossibleTaskException(engine, "The task is not to run there: " + reason + "."));
            case TaskOutcome.Refused(var reason) -> Optional.of(new TaskRefusedException(engine, reason));
            case TaskOutcome.Lost(var reason) -> Optional.of(lost(engine, reason));
            case TaskOutcome.Cancelled _ ->
                Optional.of(new TaskCancelledException("The task was cancelled before it ran."));
            case TaskOutcome.Impossible(var reason) -> Optional.of(new ImpossibleTaskException(engine, reason));
            case TaskOutcome.TimedOut(_, var reason) -> Optional.of(new TaskTimeoutException(engine, reason));
        };
    }

    /** Where no engine is named, it is the connection that was lost, and the reason a sentence that says so. */
    private static EngineLostException lost(OptionalInt engine, String reason) {
        return new EngineLostException(engine, engine.isPresent() ? "lost: " + reason : reason);
    }

    private static String stopped(TaskEnd end, List<Frame> where) {
        String engine =
                end.engine().map(EngineId::toString).map(" on engine "::concat).orElse("");
        String place = where.stream()
                .filter(Frame::inCell)
                .findFirst()
                .map(frame -> " at " + frame.file() + ", line " + frame.line())
                .orElse("");
        return "The task was stopped while it ran" + engine + place + ".";
    }

    /** Whatever happens while the user's exception is read, its data are at hand. */
    private Optional<Throwable> original(Optional<Parcel> exception) {
        try {
            return exception
                    .map(dispatcher::value)
                    .filter(Throwable.class::isInstance)
                    .map(Throwable.class::cast);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
