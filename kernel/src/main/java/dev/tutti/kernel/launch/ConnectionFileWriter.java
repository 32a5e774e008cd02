package dev.tutti.kernel.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Writes what programs need to connect to this cluster, readable by its owner alone; removed with the cluster. */
final class ConnectionFileWriter implements AutoCloseable {

    private final Path file;
    private final Thread hook = new Thread(this::delete, "connection-file-removal");

    private ConnectionFileWriter(Path file) {
        this.file = file;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static ConnectionFileWriter write(Path file, Path socket, String token, String version) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("socket", socket.toString());
        properties.setProperty("token", token);
        properties.setProperty("version", version);
        properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        StringWriter text = new StringWriter();
        properties.store(text, "A running Tutti cluster; programs connect with it, for example by TUTTI_CONNECTION.");
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path next = Files.createTempFile(
                absolute.getParent(),
                ".connection",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text.toString());
        Files.move(next, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new ConnectionFileWriter(absolute);
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the JVM is ending and runs the hook anyway
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // whoever reads it finds that nobody listens
        }
    }
}
