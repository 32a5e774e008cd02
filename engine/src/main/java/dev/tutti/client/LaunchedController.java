package dev.tutti.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A controller with its engines that was started from this program, and ends with it: when its standard input closes. */
final class LaunchedController {

    private static final long END_SECONDS = 10;

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
        return start(List.of(command(), "controller", "-n", Integer.toString(engines)), engines);
    }

    static LaunchedController start(List<String> command, int engines) {
        Path log = null;
        try {
            log = Files.createTempFile("tutti-controller", ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            if (line == null || line.isBlank()) {
                process.destroy();
                throw new ClusterException(
                        "A cluster of " + engines + " engines could not be started by '" + String.join(" ", command)
                                + "': " + lastWords(log),
                        null);
            }
            return new LaunchedController(process, Path.of(line.strip()), log);
        } catch (IOException e) {
            delete(log);
            throw new ClusterException(
                    "The command " + command.getFirst() + " cannot be run (" + e.getMessage()
                            + "). Set TUTTI_HOME to the folder of Tutti, or put its scripts folder on the PATH.",
                    e);
        }
    }

    Path connectionFile() {
        return connectionFile;
    }

    /** Ends it, if need be by force. */
    void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
        } finally {
            delete(log);
        }
    }

    private static String command() {
        String home = System.getenv("TUTTI_HOME");
        return home == null || home.isBlank() ? "tutti" : home + File.separator + "scripts" + File.separator + "tutti";
    }

    private static String lastWords(Path log) throws IOException {
        String words = Files.readString(log).strip();
        delete(log);
        return words.isEmpty() ? "it ended without a word." : words;
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
