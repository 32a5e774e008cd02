package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.EngineId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one step of a cell, folded.
 *
 * @param targets where it ran; empty for a step of the shell itself
 * @param stdout what the engines wrote to standard output
 * @param stderr what they wrote to standard error
 * @param results the values, unless suppressed
 * @param errors what went wrong
 * @param engineTimes the longest wall and CPU time of an engine
 * @param figures what was measured, by engine; mostly empty
 * @param presentation how the user wants to see it
 */
public record StepReport(
        List<EngineId> targets,
        List<Folded<String>> stdout,
        List<Folded<String>> stderr,
        List<ResultGroup> results,
        List<Folded<CellError>> errors,
        EngineTimes engineTimes,
        SortedMap<EngineId, String> figures,
        Presentation presentation) {

    /** Times of the slowest engine. */
    public record EngineTimes(Duration wall, Duration cpu) {

        /** Nothing ran. */
        public static final EngineTimes NONE = new EngineTimes(Duration.ZERO, Duration.ZERO);

        public EngineTimes {
            Objects.requireNonNull(wall, "wall");
            Objects.requireNonNull(cpu, "cpu");
        }
    }

    public StepReport {
        targets = List.copyOf(targets);
        stdout = List.copyOf(stdout);
        stderr = List.copyOf(stderr);
        results = List.copyOf(results);
        errors = List.copyOf(errors);
        Objects.requireNonNull(engineTimes, "engineTimes");
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        Objects.requireNonNull(presentation, "presentation");
    }

    /** The same, shown in another way. */
    public StepReport presented(Presentation otherwise) {
        return new StepReport(targets, stdout, stderr, results, errors, engineTimes, figures, otherwise);
    }

    /** The same, without the values: what they say is shown otherwise. */
    public StepReport withoutResults() {
        return new StepReport(targets, stdout, stderr, List.of(), errors, engineTimes, figures, presentation);
    }

    /** Engines among the targets: all but local. */
    public int engines() {
        return (int) targets.stream().filter(target -> !target.isLocal()).count();
    }
}
