package dev.tutti.kernel.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What programs need to connect to a cluster, as a file that only its owner may read. It appears whole, and goes with the
 * cluster, unless another one has written its own there meanwhile.
 */
final class ConnectionFileWriter implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("(\\d{1,18})(-\\d+)?\\.connection");

    /** Of the controllers of this process, which have one process id. */
    private static final AtomicInteger DEFAULTS = new AtomicInteger();

    private final Path file;
    private final String text;
    private final Thread hook = new Thread(this::delete, "connection-file-removal");

    private ConnectionFileWriter(Path file, String text) {
        this.file = file;
        this.text = text;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static ConnectionFileWriter write(Path file, Path socket, String token, String version) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        String text = text(socket, token, version);
        Path next = absolute.resolveSibling("." + absolute.getFileName() + "." + System.nanoTime());
        try {
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, text, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(next, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        return new ConnectionFileWriter(absolute, text);
    }

    /** Where the file of a controller of this process goes unless another place is asked for. */
    static Path defaultFile() {
        int number = DEFAULTS.getAndIncrement();
        String more = number == 0 ? "" : "-" + number;
        return defaultFolder().resolve(ProcessHandle.current().pid() + more + ".connection");
    }

    private static Path defaultFolder() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        String state = System.getenv("XDG_STATE_HOME");
        Path folder;
        if (runtime != null && Files.isWritable(Path.of(runtime))) {
            folder = Path.of(runtime);
        } else if (state != null && !state.isBlank()) {
            folder = Path.of(state);
        } else {
            folder = Path.of(System.getProperty("user.home"), ".local", "state");
        }
        return folder.resolve("tutti");
    }

    /** Removes the files of dead processes beside this one. */
    void sweep() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), "*.connection")) {
            for (Path other : files) {
                Matcher name = NAME.matcher(other.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            System.getLogger(ConnectionFileWriter.class.getName()).log(Level.DEBUG, "Old connection files stay", e);
        }
    }

    Path file() {
        return file;
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
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // whoever reads it finds that nobody listens
        }
    }

    /** The text of {@link Properties}, without the date that they would store. */
    private static String text(Path socket, String token, String version) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("socket", socket.toString());
        properties.setProperty("token", token);
        properties.setProperty("version", version);
        properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        StringWriter stored = new StringWriter();
        properties.store(stored, null);
        StringBuilder text = new StringBuilder("# A running Tutti cluster. Programs find it by TUTTI_CONNECTION.\n");
        stored.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
