package dev.tutti.client;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A controller with its engines that was started from this program, and ends with it: when its standard input closes. */
final class LaunchedController {

    private static final long END_SECONDS = 10;

    /** At its first use the command may build caches before it starts anything. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final int MOST_SAID = 200;

    private final Process process;
    private final Path connectionFile;
    private final Path log;

    private LaunchedController(Process process, Path connectionFile, Path log) {
        this.process = process;
        this.connectionFile = connectionFile;
        this.log = log;
    }

    /** Starts one and waits until its engines are ready. @throws ClusterException if they are not to be had */
    static LaunchedController start(int engines) {
        return start(List.of(command(), "controller", "-n", Integer.toString(engines)), engines, LIMIT);
    }

    /** @param limit how long it may take until its engines are ready */
    static LaunchedController start(List<String> command, int engines, Duration limit) {
        Path log = null;
        try {
            log = Files.createTempFile("tutti-controller", ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            String what = "A cluster of " + engines + " engines could not be started by '" + String.join(" ", command)
                    + "': ";
            try {
                return new LaunchedController(process, announced(process, limit), log);
            } catch (IOException e) {
                process.destroy();
                awaitEnd(process);
                throw new ClusterException(what + e.getMessage() + lastWords(log), e);
            }
        } catch (IOException e) {
            delete(log);
            throw new ClusterException(
                    "The command " + command.getFirst() + " cannot be run (" + e.getMessage()
                            + "). Set TUTTI_HOME to the folder of Tutti, or put its scripts folder on the PATH.",
                    e);
        }
    }

    /** The connection file that its first line names. @throws IOException with what it did instead, as a sentence */
    private static Path announced(Process process, Duration limit) throws IOException {
        String line = firstLine(process, limit);
        try {
            Path file = Path.of(line);
            if (Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException _) {
            // Then it is something else.
        }
        String said = line.length() > MOST_SAID ? line.substring(0, MOST_SAID) + "..." : line;
        throw new IOException("it is to print the path of its connection file, but it printed \"" + said
                + "\". Is it the command of Tutti, and of this version?");
    }

    private static String firstLine(Process process, Duration limit) throws IOException {
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread.ofVirtual().name("controller-first-line").start(() -> {
            try {
                first.complete(process.inputReader(StandardCharsets.UTF_8).readLine());
            } catch (IOException e) {
                first.completeExceptionally(e);
            }
        });
        String line;
        try {
            line = first.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new IOException("after " + limit.toSeconds() + " s its engines were not ready. It has been ended.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("the thread was interrupted while it waited for the engines.");
        } catch (ExecutionException e) {
            throw new IOException("its output cannot be read (" + e.getCause().getMessage() + ").", e);
        }
        if (line == null || line.isBlank()) {
            throw new IOException("it ended before its engines were ready.");
        }
        return line.strip();
    }

    Path connectionFile() {
        return connectionFile;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it, if need be by force. */
    void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            process.destroy();
        } finally {
            awaitEnd(process);
            delete(log);
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static String command() {
        String home = System.getenv("TUTTI_HOME");
        return home == null || home.isBlank() ? "tutti" : home + File.separator + "scripts" + File.separator + "tutti";
    }

    /** What it wrote to its standard error. */
    private static String lastWords(Path log) throws IOException {
        String words = Files.readString(log).strip();
        delete(log);
        return words.isEmpty() ? "" : " Its last words: " + words;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // A temporary file more or less.
        }
    }
}
