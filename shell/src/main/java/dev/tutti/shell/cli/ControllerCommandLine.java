package dev.tutti.shell.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments of {@code tutti controller}, by picocli. */
@Command(
        name = "tutti controller",
        sortOptions = false,
        usageHelpAutoWidth = true,
        customSynopsis = "tutti controller [OPTIONS]",
        description = {
            "Runs engines for programs. Prints the path of the connection file when all are ready; programs find them"
                    + " by TUTTI_CONNECTION, or by naming the file. Ends when standard input ends, and by Ctrl-C.",
            ""
        },
        footer = {"", "Exit code: 0 it was ended, 2 wrong usage, 3 engines cannot be had."})
final class ControllerCommandLine {

    private static final int MOST = 10_000;

    @Option(
            names = "-n",
            paramLabel = "N",
            description = "Start N engines; 0 starts none: programs may start theirs. Default: one per core.")
    private int engines = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--connection-file",
            paramLabel = "FILE",
            description = "Write the connection file there. Default: in the user's runtime folder.")
    private Path connectionFile;

    @Option(
            names = "--engine-jvm-args",
            paramLabel = "ARGS",
            description = "JVM arguments of every engine, separated by blanks.")
    private String engineJvmArguments = "";

    @Option(names = "--ignore-eof", description = "Stay when standard input ends.")
    private boolean ignoreEof;

    @Option(
            names = {"-h", "--help"},
            description = "Print this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private int exitCode = ExitCode.OK;

    /** What the arguments ask for; nothing if they are wrong or ask for help only: see {@link #exitCode}. */
    Optional<ControllerRun.Options> parse(String[] given) {
        CommandLine parser = new CommandLine(this).setOverwrittenOptionsAllowed(true);
        try {
            parser.parseArgs(given);
            if (help) {
                parser.usage(System.out);
                return Optional.empty();
            }
            if (engines < 0 || engines > MOST) {
                throw new ParameterException(
                        spec.commandLine(),
                        "The number of engines (-n) is from 0 to " + MOST + ", but this is " + engines);
            }
            return Optional.of(new ControllerRun.Options(
                    engines,
                    Optional.ofNullable(connectionFile),
                    Stream.of(engineJvmArguments.strip().split("\\s+"))
                            .filter(argument -> !argument.isEmpty())
                            .toList(),
                    ignoreEof));
        } catch (ParameterException e) {
            System.err.println("tutti: " + CommandLineParser.message(e) + " See tutti controller --help.");
            exitCode = ExitCode.USAGE;
            return Optional.empty();
        }
    }

    /** The exit code when there is nothing to run. */
    int exitCode() {
        return exitCode;
    }
}
