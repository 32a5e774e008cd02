package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.fold.Grouping;
import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.fold.Presentation.Look;
import dev.tutti.kernel.view.StopSignal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code %px} and its relatives, as picocli reads them; the names are ipyparallel's where it has them. */
final class PxOptions {

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "which engines: 0-3,7 or all, -1 (the last), ::2 (every second). Default: all.")
    private TargetSpec targets;

    @Option(names = "--local", description = "at local too, with the same code")
    private boolean local;

    @Option(
            names = {"-b", "--block"},
            description = "wait for it. This is the default.")
    private boolean block;

    @Option(
            names = {"-a", "--noblock"},
            description = "do not wait: it runs on behind the prompt, and %%pxresult shows what came of it")
    private boolean noblock;

    @Option(names = "--stream", description = "show output as it comes. This is the default on a terminal.")
    private boolean stream;

    @Option(names = "--no-stream", description = "show output when all engines have ended")
    private boolean noStream;

    @Option(names = "--verbose", description = "say on which engines it runs")
    private boolean verbose;

    @Option(names = "--no-verbose", description = "do not say it. This is the default.")
    private boolean noVerbose;

    @Option(
            names = "--progress-after",
            paramLabel = "SECONDS",
            description = "show progress after so long: 0 at once, -1 never. Default: 2.")
    private Double progressAfter;

    @Option(
            names = "--signal-on-interrupt",
            paramLabel = "SIGNAL",
            converter = SignalConverter.class,
            completionCandidates = SignalConverter.Names.class,
            description = "what Ctrl-C does: SIGINT (2) stops the code, KILL (9) replaces the engines, none (0) leaves"
                    + " it running behind the prompt. Default: SIGINT.")
    private StopSignal signal;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "stop it after so long; what has come by then is shown")
    private Double timeout;

    @Mixin
    private OutputOptions outputs = new OutputOptions();

    @Option(names = "--diff", description = "show the most frequent result and output, of the others what differs")
    private boolean diff;

    @Option(names = "--no-fold", description = "show each engine by itself, also where they are equal")
    private boolean noFold;

    @Option(names = "--summary", description = "of numeric results show how they are spread, and who has the extremes")
    private boolean summary;

    @Option(
            names = "--outdir",
            paramLabel = "DIR",
            description = "also write a file for each engine: 0.out, 0.err, 0.result")
    private Path outdir;

    /**
     * What was said.
     *
     * @throws MagicException if options contradict each other, or a value makes no sense
     */
    PxSettings settings() throws MagicException {
        apart(block, "--block", noblock, "--noblock");
        apart(stream, "--stream", noStream, "--no-stream");
        apart(verbose, "--verbose", noVerbose, "--no-verbose");
        apart(diff, "--diff", noFold, "--no-fold");
        apart(diff, "--diff", summary, "--summary");
        apart(noFold, "--no-fold", summary, "--summary");
        apart(noblock, "--noblock", stream, "--stream");
        apart(noblock, "--noblock", progressAfter != null, "--progress-after");
        if (stream && (outputs.grouping().isPresent() || diff || noFold || outdir != null)) {
            throw new MagicException("--stream shows output as it comes, which cannot be combined with --group-outputs,"
                    + " --diff, --no-fold or --outdir: these need all of it.");
        }
        if (look().isPresent()
                && outputs.grouping().isPresent()
                && !Presentation.fit(outputs.grouping().get(), look().get())) {
            throw new MagicException((diff ? "--diff" : "--summary") + " compares the engines, which cannot be combined"
                    + " with --group-outputs " + outputs.grouping().get().name().toLowerCase(Locale.ROOT) + ".");
        }
        if (timeout != null && !(timeout > 0 && timeout < 1e9)) {
            throw new MagicException("--timeout takes a number of seconds greater than 0, not " + timeout + ".");
        }
        if (progressAfter != null && (progressAfter.isNaN() || progressAfter > 1e9)) {
            throw new MagicException("--progress-after takes a number of seconds, 0 for at once or -1 for never, not "
                    + progressAfter + ".");
        }
        return new PxSettings(
                either(block, noblock),
                Optional.ofNullable(targets),
                local ? Optional.of(true) : Optional.empty(),
                either(stream, noStream),
                either(verbose, noVerbose),
                Optional.ofNullable(progressAfter),
                Optional.ofNullable(signal),
                Optional.ofNullable(timeout),
                outputs.grouping(),
                look(),
                Optional.ofNullable(outdir),
                outputs.name());
    }

    private Optional<Look> look() {
        if (diff) {
            return Optional.of(Look.DIFFERENCES);
        }
        if (noFold) {
            return Optional.of(Look.UNFOLDED);
        }
        return summary ? Optional.of(Look.SUMMARY) : Optional.empty();
    }

    private static Optional<Boolean> either(boolean yes, boolean no) {
        return yes || no ? Optional.of(yes) : Optional.empty();
    }

    static void apart(boolean one, String first, boolean other, String second) throws MagicException {
        if (one && other) {
            throw new MagicException(first + " and " + second + " cannot be combined.");
        }
    }

    /** How results are shown and where they go: also those of a step behind the prompt, afterwards. */
    static final class OutputOptions {

        @Option(names = "-r", description = "as --group-outputs order")
        private boolean byOrder;

        @Option(names = "-e", description = "as --group-outputs engine")
        private boolean byEngine;

        @Option(
                names = "--group-outputs",
                paramLabel = "HOW",
                converter = GroupingConverter.class,
                completionCandidates = GroupingConverter.Names.class,
                description = "what stands together: type (all output, then all results), engine (all of one engine),"
                        + " order (first lines, then second lines). Default: type.")
        private Grouping grouping;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "NAME",
                converter = VariableName.Converter.class,
                description = "a variable at local that gets the results as a list, in the order of the engines")
        private VariableName name;

        Optional<Grouping> grouping() throws MagicException {
            apart(byOrder, "-r", byEngine, "-e");
            apart(byOrder, "-r", grouping != null, "--group-outputs");
            apart(byEngine, "-e", grouping != null, "--group-outputs");
            if (byOrder) {
                return Optional.of(Grouping.ORDER);
            }
            return byEngine ? Optional.of(Grouping.ENGINE) : Optional.ofNullable(grouping);
        }

        Optional<String> name() throws MagicException {
            return name == null
                    ? Optional.empty()
                    : Optional.of(name.written("-o").text());
        }
    }
}
