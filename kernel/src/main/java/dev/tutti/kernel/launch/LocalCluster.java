package dev.tutti.kernel.launch;

import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.transport.UnixSocketWire;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a controller together whose engines are processes of this host, reached over a Unix domain socket. */
public final class LocalCluster {

    /** The variable that names the connection file to engines and to the programs that they start. */
    private static final String CONNECTION = "TUTTI_CONNECTION";

    private LocalCluster() {}

    /**
     * A running controller without engines, whose connection file is in the user's runtime or state folder, or nowhere if
     * that cannot be written. Returns as soon as engines can be started; what is slow to load is loaded behind it.
     *
     * @throws LaunchException if the machine has no place for the engines' socket or for large values
     */
    public static Controller open(ControllerConfig config) throws LaunchException {
        return open(config, (wire, token) -> {
            Path file = defaultConnectionFile();
            try {
                ConnectionFileWriter written = write(file, wire, token);
                Thread.ofVirtual().name("connection-file-sweep").start(written::sweep);
                return Optional.of(written);
            } catch (IOException e) {
                System.getLogger(LocalCluster.class.getName())
                        .log(Level.INFO, "There is no connection file, for " + file + " cannot be written", e);
                return Optional.empty();
            }
        });
    }

    /**
     * As the other, with a connection file at a place of the user's.
     *
     * @param connectionFile where programs are told how to connect; it goes with the controller
     * @throws LaunchException also if the file cannot be written
     */
    public static Controller open(ControllerConfig config, Path connectionFile) throws LaunchException {
        return open(config, (wire, token) -> Optional.of(write(connectionFile, wire, token)));
    }

    /**
     * As the others, for engines that no program is to find.
     *
     * @throws LaunchException as the others
     */
    public static Controller openUntold(ControllerConfig config) throws LaunchException {
        return open(config, (_, _) -> Optional.empty());
    }

    /** Where a connection file of this process goes unless another place is asked for: another one at each call. */
    public static Path defaultConnectionFile() {
        return ConnectionFileWriter.defaultFile();
    }

    /** Tells programs of a cluster. */
    private interface Publisher {
        Optional<ConnectionFileWriter> publish(UnixSocketWire wire, String token) throws IOException;
    }

    private static Controller open(ControllerConfig config, Publisher publisher) throws LaunchException {
        try {
            UnixSocketWire wire = UnixSocketWire.bind();
            try {
                return open(config, wire, SpoolFolder.create(), publisher);
            } catch (IOException | RuntimeException e) {
                wire.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LaunchException("The controller cannot be started: " + e.getMessage(), e);
        }
    }

    private static Controller open(ControllerConfig config, UnixSocketWire wire, SpoolFolder spool, Publisher publisher)
            throws IOException {
        String token = Controller.newToken();
        Optional<ConnectionFileWriter> file;
        try {
            file = publisher.publish(wire, token);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
        Optional<Path> connection = file.map(ConnectionFileWriter::file);
        List<AutoCloseable> belongings = Stream.concat(file.stream(), Stream.of(spool))
                .map(AutoCloseable.class::cast)
                .toList();
        EngineProcesses engines = new EngineProcesses(
                new EngineCommand(config.engineJar(), config.aotCache(), config.jvmArguments(), wire.socket()),
                new AttachedEngines(config.engineJar(), wire.socket(), config.listener()),
                connection.map(path -> Map.of(CONNECTION, path.toString())).orElse(Map.of()),
                belongings);
        return Controller.open(
                config, wire, engines, new Controller.House(token, spool.path().toString(), connection));
    }

    private static ConnectionFileWriter write(Path file, UnixSocketWire wire, String token) throws IOException {
        try {
            return ConnectionFileWriter.write(file, wire.socket(), token, version());
        } catch (IOException e) {
            throw new IOException("the connection file " + file + " cannot be written (" + e + ")", e);
        }
    }

    private static String version() {
        String version = Controller.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
