package dev.tutti.kernel.view;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user wants of a run.
 *
 * @param mode when output is shown
 * @param progressAfter after how long progress is shown; none: never
 * @param onInterrupt what Ctrl-C does to the engines
 * @param fold whether equal outputs, results and errors of several engines are one
 */
public record RunOptions(StreamMode mode, Optional<Duration> progressAfter, StopSignal onInterrupt, boolean fold) {

    /** A step that takes longer shows its progress. */
    public static final Duration PROGRESS_AFTER = Duration.ofSeconds(2);

    public RunOptions {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(progressAfter, "progressAfter");
        Objects.requireNonNull(onInterrupt, "onInterrupt");
    }
}
