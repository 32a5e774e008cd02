package dev.tutti.shell.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A real terminal: a program in a tmux window of its own server. */
public final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /** Starts the trial shell in a window of the given size. */
    static Tmux trialShell(Path folder, String term, int columns, int rows, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "TERM=" + term,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TrialShell.class.getName(),
                folder.resolve("history").toString()));
        command.addAll(List.of(arguments));
        return start(command, columns, rows);
    }

    /** Starts a program in a window of the given size. */
    public static Tmux start(List<String> command, int columns, int rows) throws IOException {
        Tmux tmux = new Tmux(Files.createTempDirectory("tmux").resolve("s"));
        String line = String.join(" ", command.stream().map(Tmux::quoted).toList());
        tmux.run("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows, "exec " + line + " 2>&1");
        tmux.run("set-option", "-g", "remain-on-exit", "on");
        return tmux;
    }

    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Types text as it is. */
    public Tmux type(String text) throws IOException {
        run("send-keys", "-l", "--", unseparated(text));
        return this;
    }

    /** Presses keys by tmux's names, types what is no name, and all that in one go. */
    public Tmux press(String... keys) throws IOException {
        List<String> command = new ArrayList<>(List.of("send-keys", "--"));
        command.addAll(Arrays.stream(keys).map(Tmux::unseparated).toList());
        run(command.toArray(String[]::new));
        return this;
    }

    /** Pastes as a terminal does that knows bracketed paste. */
    Tmux paste(String text) throws IOException {
        run("set-buffer", "--", text);
        run("paste-buffer", "-p");
        return this;
    }

    Tmux resize(int columns, int rows) throws IOException {
        run("resize-window", "-x", "" + columns, "-y", "" + rows);
        return this;
    }

    /** From now on writes to a file what the program writes to its terminal. */
    public Tmux recordTo(Path file) throws IOException {
        run("pipe-pane", "cat > " + quoted(file.toString()));
        return this;
    }

    /** Waits until the screen fulfils a condition, and gives it. */
    public String until(Predicate<String> condition) throws IOException {
        return until(condition, this::screen);
    }

    /** Waits until the screen has something, colours being escape sequences. */
    void untilColours(String part) throws IOException {
        until(screen -> screen.contains(part), this::colours);
    }

    /** From now on programs may fill its clipboard. */
    public Tmux takesClipboard() throws IOException {
        run("set-option", "-g", "set-clipboard", "on");
        return this;
    }

    /** What a program put into its clipboard last. */
    public String clipboard() throws IOException {
        return run("show-buffer");
    }

    /** Waits until the window has this title. */
    public void untilTitle(String title) throws IOException {
        until(title::equals, () -> run("display-message", "-p", "#{pane_title}").strip());
    }

    /** How the screen is read. */
    private interface Look {
        String screen() throws IOException;
    }

    private static String until(Predicate<String> condition, Look look) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String screen = look.screen();
            if (condition.test(screen)) {
                return screen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "The screen has not become what it should within " + PATIENCE + ":\n" + screen);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Waits until the last line that is not blank is this one, blanks at its end not counted. */
    public String untilLastLine(String line) throws IOException {
        return until(screen -> screen.equals(line) || screen.endsWith("\n" + line));
    }

    /** What the window shows, with what has been scrolled off, without blanks at the ends of lines. */
    public String screen() throws IOException {
        return run("capture-pane", "-p", "-J", "-S", "-")
                .lines()
                .map(String::stripTrailing)
                .reduce("", (above, line) -> above + "\n" + line)
                .strip();
    }

    /** What the window shows, with its colours as escape sequences. */
    String colours() throws IOException {
        return run("capture-pane", "-p", "-e");
    }

    /** Ends the program as {@code kill -9} does. */
    public void kill() throws IOException {
        String pid = run("display-message", "-p", "#{pane_pid}").strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Waits until the program has ended. */
    public void untilEnded() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!run("display-message", "-p", "#{pane_dead}").strip().equals("1")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The program has not ended within " + PATIENCE + ":\n" + screen());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        run("kill-server");
        Files.deleteIfExists(socket);
        Files.deleteIfExists(socket.getParent());
    }

    private String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("NO_COLOR");
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("tmux " + String.join(" ", arguments) + " failed: " + text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for tmux.", e);
        }
    }

    /** A semicolon at the end of a word would end tmux's command. */
    private static String unseparated(String word) {
        return word.endsWith(";") ? word.substring(0, word.length() - 1) + "\\;" : word;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
