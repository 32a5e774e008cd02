package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.view.RunOptions;
import dev.tutti.kernel.view.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a Java step is run and shown.
 *
 * @param family the suffix of the magic that planned it: whose {@code %pxresult} shows it
 * @param block whether the cell waits for it; else it runs on behind the prompt
 * @param alsoLocal whether it runs at local too
 * @param verbose whether it is said where it runs
 * @param stream whether output of engines is shown as it comes; none: as the shell does in general
 * @param progressAfter after how long progress is shown; none: never
 * @param onInterrupt what Ctrl-C does to the engines
 * @param timeout how long it may run
 * @param presentation how outputs and results are shown
 * @param outputs a folder that gets a file for each engine's outputs and result
 * @param name a variable at local that gets the results
 */
public record StepOptions(
        String family,
        boolean block,
        boolean alsoLocal,
        boolean verbose,
        Optional<Boolean> stream,
        Optional<Duration> progressAfter,
        StopSignal onInterrupt,
        Optional<Duration> timeout,
        Presentation presentation,
        Optional<Path> outputs,
        Optional<String> name) {

    /** Of a plain cell. */
    public static final StepOptions PLAIN = new StepOptions(
            "",
            true,
            false,
            false,
            Optional.empty(),
            Optional.of(RunOptions.PROGRESS_AFTER),
            StopSignal.STOP,
            Optional.empty(),
            Presentation.PLAIN,
            Optional.empty(),
            Optional.empty());

    /** The same, with output as it comes. */
    public StepOptions streamed() {
        return new StepOptions(
                family,
                block,
                alsoLocal,
                verbose,
                Optional.of(true),
                progressAfter,
                onInterrupt,
                timeout,
                presentation,
                outputs,
                name);
    }

    public StepOptions {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(progressAfter, "progressAfter");
        Objects.requireNonNull(onInterrupt, "onInterrupt");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(presentation, "presentation");
        Objects.requireNonNull(outputs, "outputs");
        Objects.requireNonNull(name, "name");
    }
}
