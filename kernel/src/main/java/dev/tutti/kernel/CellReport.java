package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.StepReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What came of a cell.
 *
 * @param number its number
 * @param source its text
 * @param status how it ended
 * @param steps the Java steps that ran, in order
 * @param refusals why it, or a magic of it, was refused
 * @param elapsed from submission to end
 */
public record CellReport(
        CellNumber number,
        CellSource source,
        Status status,
        List<StepReport> steps,
        List<CellError.Refused> refusals,
        Duration elapsed) {

    /** How a cell ends. */
    public enum Status {
        /** All ran. */
        OK,
        /** It was refused, or failed at some target. */
        FAILED,
        /** The user stopped it. */
        INTERRUPTED,
        /** Its time was over. */
        TIMED_OUT,
        /** Engines that it needs could not be had. */
        NO_ENGINES
    }

    /** What user code at local gave to {@code System.exit}, if it did. */
    public OptionalInt exitAtLocal() {
        return steps.stream()
                .flatMap(step -> step.errors().stream())
                .filter(group -> group.engines().getFirst().isLocal())
                .map(Folded::item)
                .flatMapToInt(
                        error -> error instanceof CellError.Lost lost ? lost.exitCode().stream() : IntStream.empty())
                .findFirst();
    }

    public CellReport {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(status, "status");
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
