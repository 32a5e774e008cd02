package dev.tutti.kernel.magic;

import java.time.Duration;
import java.util.Objects;

/**
 * Where the time of a step went.
 *
 * @param compile from the text to class files, of the whole cell
 * @param wall from sending to the last answer
 * @param engineWall in user code, at the slowest engine
 * @param engineCpu CPU time of user code's main thread, at the busiest engine
 */
public record StepTimes(Duration compile, Duration wall, Duration engineWall, Duration engineCpu) {

    /** Nothing has run. */
    public static final StepTimes NONE = new StepTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public StepTimes {
        Objects.requireNonNull(compile, "compile");
        Objects.requireNonNull(wall, "wall");
        Objects.requireNonNull(engineWall, "engineWall");
        Objects.requireNonNull(engineCpu, "engineCpu");
    }
}
