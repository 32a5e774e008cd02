package dev.tutti.kernel.fake;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real controller with real engines in a process of its own, which a test can kill or keep short of memory. */
public final class ControllerProcess implements AutoCloseable {

    private final Process process;
    private final Path connectionFile;

    private ControllerProcess(Process process, Path connectionFile) {
        this.process = process;
        this.connectionFile = connectionFile;
    }

    /** Starts one and waits until its engines are ready. */
    public static ControllerProcess start(Path folder, int engines, String... jvmArguments) throws IOException {
        Path connectionFile = folder.resolve("connection");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.add("-Dtutti.engine.jar=" + System.getProperty("tutti.engine.jar"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ControllerMain.class.getName(), connectionFile.toString(), Integer.toString(engines)));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        if (!"ready".equals(process.inputReader().readLine())) {
            process.destroyForcibly();
            throw new IOException("The controller did not start.");
        }
        return new ControllerProcess(process, connectionFile);
    }

    public Path connectionFile() {
        return connectionFile;
    }

    /** As {@code kill -9}: it says no word to anybody. */
    public void kill() {
        process.destroyForcibly();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
