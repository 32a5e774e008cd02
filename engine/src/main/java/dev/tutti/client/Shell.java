package dev.tutti.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The system's shell, for code at any place: what {@code !command} and its kin compile to. Commands run with the folder
 * and the variables that were set here, and with an empty standard input. An interrupt of the calling thread, such as a
 * stop of the cell, ends the command and what it started.
 */
public final class Shell {

    private static final Map<String, String> ENVIRONMENT = new ConcurrentHashMap<>();
    private static final int NOT_RUN = -1;

    private static volatile Path directory = Path.of("").toAbsolutePath();
    private static volatile Path before = directory;

    private Shell() {}

    /**
     * Runs a command and prints what it writes as it comes, standard error with standard output.
     *
     * @throws ShellException if it ends with another exit code than 0
     */
    public static void run(String command) {
        check(command, print(start(List.of("/bin/sh", "-c", command), true)));
    }

    /**
     * Runs a command and gives what it writes to its standard output; standard error is printed. Another exit code than 0
     * is not an error: {@link ShellOutput#exitCode} tells it.
     */
    public static ShellOutput capture(String command) {
        Process process = start(List.of("/bin/sh", "-c", command), false);
        Thread errors = Thread.ofVirtual().name("shell-stderr").start(() -> copy(process.errorReader()));
        StringBuilder text = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            char[] piece = new char[8192];
            for (int count = output.read(piece); count >= 0; count = output.read(piece)) {
                text.append(piece, 0, count);
            }
            int code = await(process, command);
            errors.join();
            return new ShellOutput(text.toString(), code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw stopped(process, command);
        }
    }

    /**
     * Runs a script by a program, which reads it from its standard input.
     *
     * @param program the program with its arguments: {@code bash}, {@code python3 -}
     * @throws ShellException if it cannot be started or ends with another exit code than 0
     */
    public static void script(String program, String text) {
        Process process = start(List.of(program.strip().split("\\s+")), true);
        Thread.ofVirtual().name("shell-stdin").start(() -> {
            try (OutputStream input = process.getOutputStream()) {
                input.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // the program did not want all of it
            }
        });
        check(program, print(process));
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
        if (!Files.isDirectory(next)) {
            throw new ShellException("There is no folder " + next.normalize() + ".", NOT_RUN, null);
        }
        before = directory;
        directory = next.normalize();
        return directory;
    }

    /** Sets a variable of the environment of commands. */
    public static void env(String name, String value) {
        ENVIRONMENT.put(name, value);
    }

    /** The environment of commands. */
    public static Map<String, String> env() {
        Map<String, String> all = new java.util.TreeMap<>(System.getenv());
        all.putAll(ENVIRONMENT);
        return all;
    }

    private static Process start(List<String> command, boolean together) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(directory.toFile());
        builder.environment().putAll(ENVIRONMENT);
        builder.redirectErrorStream(together);
        boolean script = !command.getFirst().equals("/bin/sh");
        if (!script) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ShellException(
                    "The program " + command.getFirst() + " cannot be started in " + directory + ": " + e.getMessage(),
                    NOT_RUN,
                    e);
        }
    }

    private static int print(Process process) {
        try (BufferedReader output = process.inputReader()) {
            copy(output);
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw stopped(process, "");
        } finally {
            if (Thread.currentThread().isInterrupted()) {
                end(process);
            }
        }
    }

    private static void copy(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.out.println(line);
            }
        } catch (IOException _) {
            // the process was ended
        }
    }

    private static int await(Process process, String command) throws InterruptedException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw stopped(process, command);
        }
    }

    private static ShellException stopped(Process process, String command) {
        end(process);
        Thread.currentThread().interrupt();
        return new ShellException(
                "The command was stopped" + (command.isEmpty() ? "." : ": " + command), NOT_RUN, null);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void check(String command, int code) {
        if (code != 0) {
            throw new ShellException("The command ended with exit code " + code + ": " + command, code, null);
        }
    }
}
