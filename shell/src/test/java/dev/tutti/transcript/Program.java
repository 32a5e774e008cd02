package dev.tutti.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as {@code scripts/tutti} starts it, but from the class files of the build under test: off a terminal, 80
 * columns wide, without colours, history or a time limit of its own.
 */
final class Program {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A thread for each stream: the common pool has one on a small machine, and the program would wait for ever. */
    private static final Executor READERS = task -> Thread.ofVirtual().start(task);

    private final Path root = Path.of(System.getProperty("tutti.root"));
    private final Path state;
    private final List<String> jvmArguments;

    /** What a run gave. */
    record Run(int exitCode, String stdout, String stderr) {}

    /** What became of a cell: its number, and the text that a person would have seen. */
    record CellAnswer(int number, String text) {}

    /**
     * The program.
     *
     * @param state an empty folder for what it keeps between runs
     */
    Program(Path state) {
        this(state, List.of());
    }

    /** @param jvmArguments further arguments of its JVM */
    Program(Path state, List<String> jvmArguments) {
        this.state = state;
        this.jvmArguments = jvmArguments;
    }

    /** Runs cells one after the other, also after one that failed. */
    List<CellAnswer> cells(List<String> options, List<String> cells) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("--json");
        arguments.add("--keep-going");
        cells.forEach(cell -> arguments.addAll(List.of("-e", cell)));
        Run run = run(arguments);
        List<CellAnswer> answers = run.stdout()
                .lines()
                .map(JSON::readTree)
                .map(cell -> new CellAnswer(cell.get("number").intValue(), text(cell)))
                .toList();
        if (answers.size() < cells.size()) {
            throw new AssertionError("Of " + cells.size() + " cells, " + answers.size()
                    + " were answered; the program ended with exit code " + run.exitCode() + ".\n" + run.stderr());
        }
        return answers;
    }

    private static String text(JsonNode cell) {
        return cell.get("text").stringValue();
    }

    /** Starts the program with arguments, in the project's root. */
    Process start(List<String> arguments) throws IOException {
        Path home = state.resolve("home");
        SampleRepository.in(home);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                "-Dtutti.terminal=",
                "-Duser.home=" + home,
                "-Dtutti.engine.jar=" + System.getProperty("tutti.engine.jar"),
                "-cp",
                classPath()));
        command.addAll(jvmArguments);
        command.add("dev.tutti.shell.cli.TuttiMain");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("XDG_CONFIG_HOME", state.toString());
        builder.environment().put("COLUMNS", "80");
        builder.environment().put("NO_COLOR", "1");
        builder.environment().remove("TUTTI_CONNECTION");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /** Runs the program with arguments and no standard input. */
    Run run(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        CompletableFuture<String> stderr = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), READERS);
        CompletableFuture<String> stdout = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), READERS);
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("The program did not end within " + LIMIT + ".\n" + stdout.join() + stderr.join());
        }
        return new Run(process.exitValue(), stdout.join(), stderr.join());
    }

    /** The classes of this build and the libraries of the run time, none of those of the tests. */
    private String classPath() throws IOException {
        Path target = root.resolve("shell/target");
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("runtime.classpath")).strip();
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
