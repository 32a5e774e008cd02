package dev.tutti.kernel.launch;

import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.transport.UnixSocketWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Puts a controller together whose engines are processes of this host, reached over a Unix domain socket. */
public final class LocalCluster {

    private LocalCluster() {}

    /** The variable that names the connection file to engines and to the programs that they start. */
    private static final String CONNECTION = "TUTTI_CONNECTION";

    /**
     * A running controller without engines. Returns as soon as engines can be started; what is slow to load is loaded
     * behind it.
     *
     * @param connectionFile where programs are told how to connect; it goes with the controller
     * @throws LaunchException if the machine has no place for the engines' socket, or the file cannot be written
     */
    public static Controller open(ControllerConfig config, Path connectionFile) throws LaunchException {
        try {
            UnixSocketWire wire = UnixSocketWire.bind();
            SpoolFolder spool = SpoolFolder.create();
            String token = Controller.newToken();
            ConnectionFileWriter file = ConnectionFileWriter.write(connectionFile, wire.socket(), token, version());
            EngineCommand command =
                    new EngineCommand(config.engineJar(), config.aotCache(), config.jvmArguments(), wire.socket());
            EngineProcesses engines = new EngineProcesses(
                    command, Map.of(CONNECTION, connectionFile.toAbsolutePath().toString()), List.of(file, spool));
            return Controller.open(
                    config,
                    wire,
                    engines,
                    new Controller.House(token, spool.path().toString()));
        } catch (IOException e) {
            throw new LaunchException("The controller cannot listen for engines: " + e.getMessage(), e);
        }
    }

    /** Where the connection file of this process goes unless something else is asked for. */
    public static Path defaultConnectionFile() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = runtime != null && Files.isWritable(Path.of(runtime))
                ? Path.of(runtime)
                : state == null || state.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(state);
        return folder.resolve("tutti").resolve(ProcessHandle.current().pid() + ".connection");
    }

    private static String version() {
        String version = Controller.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
