package dev.tutti.engine;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.ProtocolException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real engine in a JVM of its own, over a Unix domain socket. */
final class ChildEngine implements TestEngine {

    static final String TOKEN = "a token";

    final Process process;
    private final ControllerEnd controller;

    private ChildEngine(Process process, ControllerEnd controller) {
        this.process = process;
        this.controller = controller;
    }

    static TestEngine start(EngineId id, Path folder) throws IOException, ProtocolException {
        return start(id, folder, List.of());
    }

    /** @param options of its JVM, besides the usual ones */
    static TestEngine start(EngineId id, Path folder, List<String> options) throws IOException, ProtocolException {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process process = launch(socket, options);
            return new ChildEngine(process, new ControllerEnd(server.accept(), id));
        }
    }

    /** Starts an engine's process that connects to a socket. */
    static Process launch(Path socket) throws IOException {
        return launch(socket, List.of());
    }

    private static Process launch(Path socket, List<String> options) throws IOException {
        String jar = EngineJar.path().toString();
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xms8m", "-Xmx256m", "-XX:-UsePerfData"));
        command.addAll(List.of("-Djdk.reflect.useNativeAccessorOnly=true", "-javaagent:" + jar));
        command.addAll(options);
        command.addAll(List.of("-cp", jar, EngineMain.class.getName(), "--connect", socket.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TUTTI_TOKEN", TOKEN);
        return builder.start();
    }

    @Override
    public ControllerEnd controller() {
        return controller;
    }

    @Override
    public int awaitEnd(long millis) throws InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The engine's process still runs after " + millis + " ms");
        }
        return process.exitValue();
    }

    @Override
    public boolean hasAgent() {
        return true;
    }

    @Override
    public void close() throws Exception {
        controller.close();
        process.destroyForcibly().waitFor();
    }
}
