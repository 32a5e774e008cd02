package dev.tutti.shell.cli;

import dev.tutti.engine.target.TargetSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param cells the cells given with -e, in order
 * @param file the script, or - for standard input
 * @param arguments what stands after it
 * @param engines how many engines, if said
 * @param stayInteractive whether the prompt comes after cells and script
 * @param output how to show things
 * @param limits how long and how far to run
 * @param engineSetup what engines are made of
 * @param preferences whose settings are in force
 */
record Invocation(
        List<String> cells,
        Optional<String> file,
        List<String> arguments,
        OptionalInt engines,
        boolean stayInteractive,
        Output output,
        Limits limits,
        EngineSetup engineSetup,
        Preferences preferences) {

    /** No arguments at all: the way that must be fast. */
    static final Invocation INTERACTIVE = new Invocation(
            List.of(),
            Optional.empty(),
            List.of(),
            OptionalInt.empty(),
            false,
            new Output(false, false, When.AUTO, Optional.empty(), Optional.empty(), false),
            new Limits(Optional.empty(), false, Optional.empty()),
            new EngineSetup(List.of(), List.of()),
            new Preferences(Profile.DEFAULT, List.of()));

    /** Something that depends on the terminal unless said. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** What a run is like. */
    enum Mode {
        INTERACTIVE,
        CELLS,
        PIPED
    }

    /** How to show things. */
    record Output(
            boolean json,
            boolean quiet,
            When colour,
            Optional<Boolean> stream,
            Optional<Path> logFile,
            boolean verbose) {}

    /** How long and how far to run. */
    record Limits(Optional<Duration> timeout, boolean keepGoing, Optional<TargetSpec> targets) {}

    /** What engines are made of. */
    record EngineSetup(List<Path> classPath, List<String> jvmArguments) {}

    /** Whose settings are in force, and those that the command line adds: {@code NAME=VALUE}. */
    record Preferences(String profile, List<String> settings) {}

    Mode mode(Streams streams) {
        if (file.equals(Optional.of("-"))) {
            return Mode.PIPED;
        }
        if (!cells.isEmpty() || file.isPresent()) {
            return Mode.CELLS;
        }
        return streams.inputIsTerminal() ? Mode.INTERACTIVE : Mode.PIPED;
    }
}
