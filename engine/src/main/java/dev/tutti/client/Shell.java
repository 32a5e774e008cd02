package dev.tutti.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The system's shell, for code at any place: what {@code !command} and its kin compile to. Commands run in the folder and
 * with the variables that were set here, and with an empty standard input. An interrupt of the calling thread, such as a
 * stop of the cell, ends the command and what it started.
 *
 * <p>The folder concerns commands and the magics that take files. A JVM cannot change its own: Java's relative paths still
 * begin where the engine was started.
 */
public final class Shell {

    /** How {@link #runScript} treats what its program does. */
    public enum ScriptOption {
        /** What it writes to its standard output is kept for {@link #latest} and not printed. */
        KEEP_OUTPUT,
        /** What it writes to its standard error is kept for {@link #latest} and not printed. */
        KEEP_ERRORS,
        /** Another exit code than 0 is no error. */
        ANY_EXIT_CODE
    }

    private static final Pattern SECRET = Pattern.compile("(?i)key|token|secret|passw|credential");
    private static final Map<String, Optional<String>> ENVIRONMENT = new ConcurrentHashMap<>();

    private static volatile Path directory = Path.of("").toAbsolutePath();
    private static volatile Path before = directory;

    /** What %pushd has left, the last first. */
    private static final Deque<Path> LEFT = new ArrayDeque<>();

    private static volatile ShellOutput latest = new ShellOutput("", "", 0);

    private Shell() {}

    /**
     * Runs a command and prints what it writes as it comes, standard error with standard output.
     *
     * @throws ShellException if it ends with another exit code than 0
     */
    public static void run(String command) {
        runUnchecked(command);
        check(command);
    }

    /** As {@link #run}, but another exit code than 0 is no error: {@link #exitCode} tells it. */
    public static void runUnchecked(String command) {
        ShellSink printed = ShellSink.printing(System.out);
        ended(new ShellOutput("", "", shell(command).run(printed, printed)));
    }

    /**
     * As {@link #run}, but where a user sits at a terminal and nothing keeps what is printed, the command has that
     * terminal: it may read keys, draw, and be stopped by Ctrl-C, and what it writes passes nobody.
     *
     * @throws ShellException if it ends with another exit code than 0
     */
    public static void runAtTerminal(String command) {
        runAtTerminalUnchecked(command);
        check(command);
    }

    /** As {@link #runAtTerminal}, but another exit code than 0 is no error: {@link #exitCode} tells it. */
    public static void runAtTerminalUnchecked(String command) {
        String foreground = ForegroundCommand.of(command, env().getOrDefault("PATH", ""));
        Optional<Integer> code = shell(foreground).runAtTerminal();
        if (code.isPresent()) {
            ended(new ShellOutput("", "", code.get()));
        } else {
            runUnchecked(command);
        }
    }

    /**
     * Asks for a line that is not shown while it is typed; where there is no terminal, the next line of standard input.
     *
     * @param prompt what is printed before
     * @throws ShellException if the input ends before a line is read
     */
    public static String readPassword(String prompt) {
        return HiddenLine.read(prompt, ShellSink.printing(System.out));
    }

    /**
     * Runs a command and gives what it writes to its standard output; standard error is printed. Another exit code than 0
     * is not an error: {@link ShellOutput#exitCode} tells it.
     *
     * @throws ShellException if it writes more than 64 million characters
     */
    public static ShellOutput capture(String command) {
        ShellSink.Keeping kept = new ShellSink.Keeping(ShellSink.Keeping.LIMIT);
        int code = shell(command).run(kept, ShellSink.printing(System.err));
        return ended(new ShellOutput(kept.text(command), "", code));
    }

    /**
     * Runs a script by a program, which reads it from its standard input.
     *
     * @param program the program with its arguments, separated by blanks: {@code bash}, {@code python3 -}
     * @throws ShellException if it cannot be started or ends with another exit code than 0
     */
    public static void runScript(String program, String text, ScriptOption... options) {
        Set<ScriptOption> chosen = Set.of(options);
        boolean keepsOutput = chosen.contains(ScriptOption.KEEP_OUTPUT);
        boolean keepsErrors = chosen.contains(ScriptOption.KEEP_ERRORS);
        ShellSink.Keeping output = new ShellSink.Keeping(ShellSink.Keeping.LIMIT);
        ShellSink.Keeping errors = new ShellSink.Keeping(ShellSink.Keeping.LIMIT);
        List<String> words = List.of(program.strip().split("\\s+"));
        int code = new ShellCommand(words, directory, env(), Optional.of(text))
                .run(
                        keepsOutput ? output : ShellSink.printing(System.out),
                        keepsErrors ? errors : ShellSink.printing(System.err));
        ended(new ShellOutput(output.text(program), errors.text(program), code));
        if (!chosen.contains(ScriptOption.ANY_EXIT_CODE)) {
            check(program);
        }
    }

    /** What came of the latest command here: of one whose output was printed, only the exit code. */
    public static ShellOutput latest() {
        return latest;
    }

    /** The exit code of the latest command here; 0 before any. */
    public static int exitCode() {
        return latest.exitCode();
    }

    /**
     * Throws unless the latest command here ended well.
     *
     * @throws ShellException if it ended with another exit code than 0
     */
    public static void check(String command) {
        if (exitCode() != 0) {
            throw new ShellException("The command ended with exit code " + exitCode() + ": " + command, exitCode());
        }
    }

    /** The folder that commands run in. */
    public static Path directory() {
        return directory;
    }

    /**
     * Makes commands run elsewhere: {@code ~} is the user's folder, {@code -} the folder before.
     *
     * @return the new folder
     * @throws ShellException if it is no folder
     */
    public static Path cd(String path) {
        String home = System.getProperty("user.home");
        Path next = switch (path) {
            case "", "~" -> Path.of(home);
            case "-" -> before;
            default -> directory.resolve(path.startsWith("~/") ? home + path.substring(1) : path);
        };
        if (Files.exists(next) && !Files.isDirectory(next)) {
            Path folder = next.normalize().getParent();
            throw new ShellException(
                    next.normalize() + " is a file, and commands run in folders. Its folder is " + folder + ".",
                    ShellException.NOT_RUN);
        }
        if (!Files.isDirectory(next)) {
            throw new ShellException("There is no folder " + next.normalize() + ".", ShellException.NOT_RUN);
        }
        before = directory;
        directory = next.normalize();
        return directory;
    }

    /**
     * As {@link #cd}, and {@link #popd} comes back; an empty path changes places with the folder that was left last.
     *
     * @throws ShellException if it is no folder, or none was left
     */
    public static synchronized Path pushd(String path) {
        Path left = directory;
        if (path.isEmpty()) {
            cd(lastLeft().toString());
            LEFT.pop();
        } else {
            cd(path);
        }
        LEFT.push(left);
        return directory;
    }

    /**
     * Back to the folder that {@link #pushd} left last.
     *
     * @throws ShellException if it left none, or that is there no more
     */
    public static synchronized Path popd() {
        cd(lastLeft().toString());
        LEFT.pop();
        return directory;
    }

    /** The folder that commands run in, then those that {@link #pushd} left, the last first. */
    public static synchronized List<Path> dirs() {
        List<Path> folders = new ArrayList<>(List.of(directory));
        folders.addAll(LEFT);
        return folders;
    }

    private static Path lastLeft() {
        if (LEFT.isEmpty()) {
            throw new ShellException(
                    "No folder has been left by %pushd here. %pushd FOLDER leaves this one for another.",
                    ShellException.NOT_RUN);
        }
        return LEFT.peek();
    }

    /** Sets a variable of the environment of commands. */
    public static void env(String name, String value) {
        ENVIRONMENT.put(name, Optional.of(value));
    }

    /** Takes a variable out of the environment of commands. */
    public static void removeEnv(String name) {
        ENVIRONMENT.put(name, Optional.empty());
    }

    /** The environment of commands. */
    public static Map<String, String> env() {
        Map<String, String> all = new TreeMap<>(System.getenv());
        ENVIRONMENT.forEach((name, value) -> {
            all.remove(name);
            value.ifPresent(text -> all.put(name, text));
        });
        return all;
    }

    /** A variable of the environment of commands. @throws ShellException if there is none of that name */
    public static String requireEnv(String name) {
        String value = env().get(name);
        if (value == null) {
            throw new ShellException(
                    "The environment has no variable " + name + ". %env " + name + "=VALUE sets it.",
                    ShellException.NOT_RUN);
        }
        return value;
    }

    /** Prints the environment of commands, without values that are secret by their names. */
    public static void printEnv() {
        env().forEach((name, value) ->
                System.out.println(name + "=" + (SECRET.matcher(name).find() ? "<hidden>" : value)));
    }

    /**
     * A value of Java in a command: the elements of a collection or an array with blanks between, anything else as Java
     * prints it. Nothing is quoted.
     */
    public static String text(Object value) {
        return switch (value) {
            case Iterable<?> elements
            when !(value instanceof Path) ->
                StreamSupport.stream(elements.spliterator(), false)
                        .map(Shell::text)
                        .collect(Collectors.joining(" "));
            case Object[] elements -> text(Arrays.asList(elements));
            case int[] elements -> text(IntStream.of(elements).boxed().toList());
            case null, default -> String.valueOf(value);
        };
    }

    static ShellCommand shell(String command) {
        return new ShellCommand(List.of("/bin/sh", "-c", command), directory, env(), Optional.empty());
    }

    private static ShellOutput ended(ShellOutput output) {
        latest = output;
        return output;
    }
}
