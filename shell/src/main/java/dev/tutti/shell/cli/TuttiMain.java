package dev.tutti.shell.cli;

import java.util.Arrays;
import java.util.Optional;

/** The program {@code tutti}. */
public final class TuttiMain {

    private TuttiMain() {}

    public static void main(String[] arguments) {
        // Nothing is logged unless asked for: a log line must not tear the terminal.
        System.setProperty("java.util.logging.config.class", LogConfiguration.class.getName());
        // Two threads that log first at once would make SLF4J tell so on the terminal, in the midst of a cell.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int code = isController(arguments)
                ? controller(Arrays.copyOfRange(arguments, 1, arguments.length))
                : shell(arguments);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().exit(code);
    }

    /** A word that is a command is the command. */
    private static boolean isController(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(CommandLineParser.CONTROLLER);
    }

    private static int controller(String[] arguments) {
        ControllerCommandLine commandLine = new ControllerCommandLine();
        return commandLine
                .parse(arguments)
                .map(options -> new ControllerRun(options).run())
                .orElseGet(commandLine::exitCode);
    }

    private static int shell(String[] arguments) {
        Optional<Invocation> invocation =
                arguments.length == 0 ? Optional.of(Invocation.INTERACTIVE) : parse(arguments);
        return invocation.map(TuttiMain::run).orElse(ExitCode.USAGE);
    }

    private static Optional<Invocation> parse(String[] arguments) {
        CommandLineParser parser = new CommandLineParser();
        Optional<Invocation> invocation = parser.parse(arguments);
        if (invocation.isEmpty() && parser.exitCode() == ExitCode.OK) {
            Runtime.getRuntime().exit(ExitCode.OK);
        }
        return invocation;
    }

    private static int run(Invocation invocation) {
        LogConfiguration.apply(invocation);
        Streams streams = Streams.detect();
        try {
            return switch (invocation.mode(streams)) {
                case INTERACTIVE -> new InteractiveRun(invocation, streams).run();
                case CELLS -> new BatchRun(invocation, streams).run();
                case PIPED -> new PipedRun(invocation, streams).run();
            };
        } catch (UsageException e) {
            System.err.println("tutti: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
