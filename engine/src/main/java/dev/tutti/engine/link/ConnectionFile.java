package dev.tutti.engine.link;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * What a running cluster leaves for programs that want to use it: a text of {@link Properties} with the keys
 * {@code socket}, {@code token}, {@code version} and {@code pid}, readable by its owner alone.
 *
 * @param address where its controller is
 * @param version Tutti's version there
 * @param pid the controller's process id
 */
public record ConnectionFile(ControllerAddress address, String version, long pid) {

    public ConnectionFile {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(version, "version");
    }

    /**
     * Reads one.
     *
     * @throws LinkException if it is not there or not of this form
     */
    public static ConnectionFile read(Path file) throws LinkException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new LinkException(
                    "There is no connection file " + file + ". Its cluster has ended, or has never run: start one with"
                            + " tutti controller -n 4 --connection-file " + file + ".",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new LinkException("The connection file " + file + " cannot be read: " + e, e);
        }
        ControllerAddress address =
                new ControllerAddress(value(properties, "socket", file), value(properties, "token", file));
        return new ConnectionFile(address, value(properties, "version", file), pid(properties, file));
    }

    private static String value(Properties properties, String key, Path file) throws LinkException {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new LinkException("The connection file " + file + " does not tell its " + key
                    + ", so it is none, or was cut off. Start the cluster anew.");
        }
        return value.strip();
    }

    private static long pid(Properties properties, Path file) throws LinkException {
        String pid = value(properties, "pid", file);
        try {
            return Long.parseLong(pid);
        } catch (NumberFormatException e) {
            throw new LinkException("The connection file " + file + " says that its pid is '" + pid + "'.", e);
        }
    }
}
