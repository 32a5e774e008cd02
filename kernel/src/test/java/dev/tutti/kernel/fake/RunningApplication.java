package dev.tutti.kernel.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@link SampleApplication} in a JVM of its own, which ends with its input. */
public final class RunningApplication implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    private RunningApplication(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.in = new PrintWriter(process.outputWriter(), true);
        this.out = process.inputReader();
    }

    public static RunningApplication start(String... jvmArguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> words = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-Xmx64m"));
        words.addAll(List.of(jvmArguments));
        Path folder = classes();
        words.addAll(List.of("-cp", folder.toString(), SampleApplication.class.getName()));
        RunningApplication application = new RunningApplication(
                folder,
                new ProcessBuilder(words)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
        application.expect("ready");
        return application;
    }

    /** A folder with the application's class and no other: what else the tests have is none of its business. */
    private static Path classes() {
        try {
            Path folder = Files.createTempDirectory("sample-application");
            String name = SampleApplication.class.getName().replace('.', '/') + ".class";
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = SampleApplication.class.getResourceAsStream("/" + name)) {
                Files.copy(in, file);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its class path. */
    public Path folder() {
        return folder;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Says something and gives the answer. */
    public String ask(String line) throws IOException {
        in.println(line);
        return out.readLine();
    }

    /** Ends it, and waits. */
    public void end() throws InterruptedException {
        in.close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The application has not ended.");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void expect(String line) throws IOException {
        String said = out.readLine();
        if (!line.equals(said)) {
            throw new AssertionError("The application said " + said + ", not " + line + ".");
        }
    }
}
