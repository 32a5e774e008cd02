package dev.tutti.client;

import dev.tutti.engine.execute.UserTerminal;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs for the calling thread, which waits for its end. An interrupt ends the program and what it started.
 * Virtual threads read what it writes, because reading a pipe cannot be interrupted.
 *
 * @param words the program and its arguments
 * @param directory where it runs
 * @param environment its variables
 * @param input what it reads; none: nothing
 */
record ShellCommand(List<String> words, Path directory, Map<String, String> environment, Optional<String> input) {

    /** After the end of a program, what it left behind may hold its pipes open: nobody waits longer for the next word. */
    private static final long QUIET_MILLIS = 300;

    private static final long POLITE_MILLIS = 200;

    ShellCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /**
     * @return its exit code
     * @throws ShellException if it cannot be started or was stopped
     */
    int run(ShellSink output, ShellSink errors) {
        Process process = start(output == errors);
        try {
            input.ifPresent(text -> feed(process, text));
            ShellReader out = ShellReader.start("shell-stdout", process.inputReader(), output, process);
            ShellReader err =
                    output == errors ? out : ShellReader.start("shell-stderr", process.errorReader(), errors, process);
            int code = process.waitFor();
            out.awaitQuiet(QUIET_MILLIS);
            err.awaitQuiet(QUIET_MILLIS);
            return code;
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new ShellException("The command was stopped: " + words.getLast(), ShellException.NOT_RUN);
        }
    }

    /** Its exit code, if there was a terminal for it to run at; else nothing has run. */
    Optional<Integer> runAtTerminal() {
        requireDirectory();
        try {
            return UserTerminal.run(words, directory.toString(), environment);
        } catch (IOException e) {
            throw new ShellException(
                    "The command was not run, for the shell did not answer: " + e.getMessage(), ShellException.NOT_RUN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShellException("The command was stopped: " + words.getLast(), ShellException.NOT_RUN);
        }
    }

    private void requireDirectory() {
        if (!Files.isDirectory(directory)) {
            throw new ShellException(
                    "The folder " + directory + ", where commands run, is not there any more. Choose another with %cd.",
                    ShellException.NOT_RUN);
        }
    }

    private Process start(boolean together) {
        requireDirectory();
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(together);
        if (input.isEmpty()) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            boolean missing = e.getMessage() != null && e.getMessage().contains("No such file");
            throw new ShellException(
                    "The program " + words.getFirst() + " cannot be started in " + directory + ": "
                            + (missing ? "there is no such program on the PATH." : e.getMessage()),
                    ShellException.NOT_RUN);
        }
    }

    private static void feed(Process process, String text) {
        Thread.ofVirtual().name("shell-stdin").start(() -> {
            try (OutputStream to = process.getOutputStream()) {
                to.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // the program did not want all of it
            }
        });
    }

    /** Asks it to end, and what it started; what does not is killed. */
    static void end(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(POLITE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // asked again: no more patience
        }
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads one stream of a program to its end, on a virtual thread. */
    private static final class ShellReader {
        private final BufferedReader from;
        private final ShellSink to;
        private final Process process;
        private Thread thread;
        private volatile long pieces;

        private ShellReader(BufferedReader from, ShellSink to, Process process) {
            this.from = from;
            this.to = to;
            this.process = process;
        }

        static ShellReader start(String name, BufferedReader from, ShellSink to, Process process) {
            ShellReader reader = new ShellReader(from, to, process);
            reader.thread = Thread.ofVirtual().name(name).start(reader::copy);
            return reader;
        }

        private void copy() {
            char[] piece = new char[8192];
            try (from) {
                for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                    if (!to.take(new String(piece, 0, count))) {
                        end(process);
                        return;
                    }
                    pieces++;
                }
            } catch (IOException _) {
                // the process was ended
            }
        }

        void awaitQuiet(long millis) throws InterruptedException {
            long seen = -1;
            while (thread.isAlive() && seen != pieces) {
                seen = pieces;
                thread.join(millis);
            }
        }
    }
}
