package dev.tutti.shell.cli;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.magic.TargetConverter;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line, by picocli: its declaration is also the text of {@code --help}. */
@Command(
        name = "tutti",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        usageHelpAutoWidth = true,
        customSynopsis = {
            "tutti [OPTIONS] [-e CODE]... [FILE [ARG...]]",
            "... | tutti [OPTIONS]",
            "tutti controller [OPTIONS]"
        },
        description = {
            "An interactive parallel shell for Java: what you type at the prompt runs at once, and with %%px on all"
                    + " engines.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 all cells ran, 1 a cell failed, 2 wrong usage, 3 no engines, 124 time limit, 130 interrupted."
        })
final class CommandLineParser {

    /** The command that runs engines without a kernel; see {@link ControllerCommandLine}. */
    static final String CONTROLLER = "controller";

    private static final Set<String> LATER_COMMANDS = Set.of("shell", "engine", "cluster", "doctor", "run", "kernel");

    @Option(
            names = {"-e", "-c"},
            paramLabel = "CODE",
            description = "Run this cell, then the next -e; the k-th is cell k.")
    private List<String> cells = new ArrayList<>();

    @Option(
            names = "-n",
            paramLabel = "N",
            description = "Start N engines at once; 0 starts none. Default: one per core.")
    private Integer engines;

    @Option(names = "-i", description = "Stay at the prompt after -e and FILE.")
    private boolean stayInteractive;

    @Option(
            names = "--targets",
            paramLabel = "TARGETS",
            description = "Run plain cells on these engines: 0-3,7 or all.")
    private TargetSpec targets;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Stop a cell that runs longer.")
    private Double timeout;

    @Option(names = "--keep-going", description = "Run the remaining cells after one has failed.")
    private boolean keepGoing;

    @Option(names = "--json", description = "Print one JSON object per cell.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No banner.")
    private boolean quiet;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never. Default: auto.")
    private String colour = "auto";

    @Option(
            names = "--stream",
            negatable = true,
            description = "Show output of engines as it comes. Default: on a terminal.")
    private Boolean stream;

    @Option(names = "--class-path", paramLabel = "PATH", description = "Jars and folders that cells may use.")
    private String classPath = "";

    @Option(
            names = "--engine-jvm-args",
            paramLabel = "ARGS",
            description = "JVM arguments of every engine, separated by blanks.")
    private String engineJvmArguments = "";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Take the settings of ~/.config/tutti/NAME.conf. Default: default.")
    private String profile = Profile.DEFAULT;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Set something for this run; %%config lists what can be set.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--log-file", paramLabel = "FILE", description = "Write a log.")
    private Path logFile;

    @Option(names = "--verbose", description = "Log more; without --log-file to standard error.")
    private boolean verbose;

    @Option(names = "--doctor", description = "Look for what is wrong with the installation, and say what to do.")
    private boolean doctor;

    @Option(names = "--version", description = "Print the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            description = "Print this help.")
    private boolean help;

    @Parameters(arity = "0..1", index = "0", paramLabel = "FILE", description = "A script; - is standard input.")
    private String file;

    @Parameters(arity = "0..*", index = "1..*", paramLabel = "ARG", description = "What args holds in the script.")
    private List<String> arguments = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private int exitCode = ExitCode.OK;

    /** What the arguments ask for; nothing if they are wrong or ask for help only: see {@link #exitCode}. */
    Optional<Invocation> parse(String[] given) {
        CommandLine parser = new CommandLine(this);
        parser.setStopAtPositional(true);
        parser.setOverwrittenOptionsAllowed(true);
        parser.registerConverter(TargetSpec.class, new TargetConverter());
        try {
            parser.parseArgs(given);
            if (help) {
                parser.usage(System.out);
                return Optional.empty();
            }
            if (version) {
                System.out.println("tutti " + Version.TUTTI + " (Java " + Runtime.version() + ")");
                return Optional.empty();
            }
            return Optional.of(invocation());
        } catch (ParameterException e) {
            System.err.println("tutti: " + message(e) + " See tutti --help.");
            exitCode = ExitCode.USAGE;
            return Optional.empty();
        }
    }

    static String message(ParameterException e) {
        String message = e.getMessage();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            message += ". Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    /** The exit code when there is nothing to run. */
    int exitCode() {
        return exitCode;
    }

    private Invocation invocation() {
        if (CONTROLLER.equals(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The options of the command 'controller' stand after it: tutti controller [OPTIONS]. A script of"
                            + " that name is ./controller");
        }
        if (file != null && LATER_COMMANDS.contains(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file.equals("doctor")
                            ? "It is written tutti --doctor. A script of that name is ./doctor"
                            : "The command '" + file + "' is not part of this version. A script of that name is ./"
                                    + file);
        }
        if (engines != null && (engines < 0 || engines > 10_000)) {
            throw new ParameterException(
                    spec.commandLine(), "The number of engines (-n) is from 0 to 10000, but this is " + engines);
        }
        if (timeout != null && !(timeout > 0 && timeout < 1e9)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The time limit (--timeout) is a number of seconds above 0, but this is " + timeout);
        }
        if (doctor && (!cells.isEmpty() || file != null || stayInteractive)) {
            throw new ParameterException(
                    spec.commandLine(), "--doctor runs alone; in a session it is the magic %doctor");
        }
        return new Invocation(
                doctor ? List.of("%doctor") : List.copyOf(cells),
                Optional.ofNullable(file),
                List.copyOf(arguments),
                engines == null ? OptionalInt.empty() : OptionalInt.of(engines),
                stayInteractive,
                new Invocation.Output(
                        json, quiet, when(), Optional.ofNullable(stream), Optional.ofNullable(logFile), verbose),
                new Invocation.Limits(
                        Optional.ofNullable(timeout).map(seconds -> Duration.ofNanos((long) (seconds * 1e9))),
                        keepGoing,
                        Optional.ofNullable(targets)),
                new Invocation.EngineSetup(
                        Stream.of(classPath.split(File.pathSeparator))
                                .filter(entry -> !entry.isEmpty())
                                .map(Path::of)
                                .toList(),
                        Stream.of(engineJvmArguments.strip().split("\\s+"))
                                .filter(argument -> !argument.isEmpty())
                                .toList()),
                new Invocation.Preferences(profile, List.copyOf(settings)));
    }

    private Invocation.When when() {
        return switch (colour) {
            case "auto" -> Invocation.When.AUTO;
            case "always" -> Invocation.When.ALWAYS;
            case "never" -> Invocation.When.NEVER;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--color is auto, always or never, but this is '" + colour + "'");
        };
    }
}
