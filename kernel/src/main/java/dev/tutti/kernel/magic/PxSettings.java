package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.fold.Grouping;
import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.fold.Presentation.Look;
import dev.tutti.kernel.view.RunOptions;
import dev.tutti.kernel.view.StopSignal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said about runs on engines: by the options of one call, or for all calls by {@code %pxconfig}. What is empty
 * was not said.
 *
 * @param progressAfterSeconds negative: never
 * @param name a variable at local that gets the results
 */
public record PxSettings(
        Optional<Boolean> block,
        Optional<TargetSpec> targets,
        Optional<Boolean> local,
        Optional<Boolean> stream,
        Optional<Boolean> verbose,
        Optional<Double> progressAfterSeconds,
        Optional<StopSignal> onInterrupt,
        Optional<Double> timeoutSeconds,
        Optional<Grouping> grouping,
        Optional<Look> look,
        Optional<Path> outputs,
        Optional<String> name) {

    /** Nothing was said. */
    public static final PxSettings NONE = new PxSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public PxSettings {
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(verbose, "verbose");
        Objects.requireNonNull(progressAfterSeconds, "progressAfterSeconds");
        Objects.requireNonNull(onInterrupt, "onInterrupt");
        Objects.requireNonNull(timeoutSeconds, "timeoutSeconds");
        Objects.requireNonNull(grouping, "grouping");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(outputs, "outputs");
        Objects.requireNonNull(name, "name");
    }

    /**
     * These, and where they are silent the others; of the others what does not go with these is left out: what is shown
     * at the end overrules a general wish to stream.
     */
    PxSettings over(PxSettings others) {
        Optional<Boolean> streamed = stream.or(() -> collects() ? Optional.of(false) : others.stream);
        Optional<Grouping> grouped =
                grouping.or(() -> others.grouping.filter(by -> look.isEmpty() || Presentation.fit(by, look.get())));
        Optional<Look> looked =
                look.or(() -> others.look.filter(how -> grouping.isEmpty() || Presentation.fit(grouping.get(), how)));
        return new PxSettings(
                block.or(others::block),
                targets.or(others::targets),
                local.or(others::local),
                streamed,
                verbose.or(others::verbose),
                progressAfterSeconds.or(others::progressAfterSeconds),
                onInterrupt.or(others::onInterrupt),
                timeoutSeconds.or(others::timeoutSeconds),
                grouped,
                looked,
                outputs.or(others::outputs),
                name.or(others::name));
    }

    /** Whether they ask for something that can only be shown when all output is there. */
    boolean collects() {
        return grouping.isPresent() || outputs.isPresent() || look.isPresent() && look.get() != Look.SUMMARY;
    }

    /** The options of a step. @param family the suffix of the magic that plans it */
    public StepOptions step(String family) {
        Optional<Duration> progress = progressAfterSeconds
                .map(seconds -> seconds < 0 ? Optional.<Duration>empty() : Optional.of(duration(seconds)))
                .orElse(Optional.of(RunOptions.PROGRESS_AFTER));
        return new StepOptions(
                family,
                block.orElse(true),
                local.orElse(false),
                verbose.orElse(false),
                stream.isEmpty() && collects() ? Optional.of(false) : stream,
                progress,
                onInterrupt.orElse(StopSignal.STOP),
                timeoutSeconds.map(PxSettings::duration),
                presentation(),
                outputs,
                name);
    }

    /** How results are shown. */
    Presentation presentation() {
        return new Presentation(grouping.orElse(Grouping.TYPE), look.orElse(Look.FOLDED));
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /** As options, as a user would write them. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        block.ifPresent(on -> words.add(on ? "--block" : "--noblock"));
        targets.ifPresent(spec -> words.add("--targets " + spec));
        local.ifPresent(_ -> words.add("--local"));
        stream.ifPresent(on -> words.add(on ? "--stream" : "--no-stream"));
        verbose.ifPresent(on -> words.add(on ? "--verbose" : "--no-verbose"));
        progressAfterSeconds.ifPresent(seconds -> words.add("--progress-after " + plain(seconds)));
        onInterrupt.ifPresent(signal -> words.add("--signal-on-interrupt "
                + switch (signal) {
                    case STOP -> "SIGINT";
                    case KILL -> "KILL";
                    case LEAVE -> "none";
                }));
        timeoutSeconds.ifPresent(seconds -> words.add("--timeout " + plain(seconds)));
        grouping.ifPresent(by -> words.add("--group-outputs " + by.name().toLowerCase(Locale.ROOT)));
        look.ifPresent(how -> words.add(
                switch (how) {
                    case FOLDED -> "";
                    case UNFOLDED -> "--no-fold";
                    case DIFFERENCES -> "--diff";
                    case SUMMARY -> "--summary";
                }));
        outputs.ifPresent(folder -> words.add("--outdir " + folder));
        name.ifPresent(variable -> words.add("--out " + variable));
        return String.join(" ", words);
    }

    private static String plain(double seconds) {
        return BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
    }
}
