package dev.tutti.kernel.launch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder where large values lie on their way between processes of this host: in memory where the system offers that,
 * else in the folder for temporary files. Only its owner may enter. It goes with its controller; what a killed one left
 * is removed by the next.
 */
final class SpoolFolder implements AutoCloseable {

    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final Pattern NAME = Pattern.compile("tutti-spool-(\\d+)-.*");

    private final Path path;
    private final Thread hook = new Thread(this::delete, "spool-removal");

    private SpoolFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static SpoolFolder create() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        IOException last = null;
        for (Path place : List.of(IN_MEMORY, temporary)) {
            if (!Files.isDirectory(place) || !Files.isWritable(place)) {
                continue;
            }
            sweep(place);
            try {
                String prefix = "tutti-spool-" + ProcessHandle.current().pid() + "-";
                return new SpoolFolder(Files.createTempDirectory(
                        place,
                        prefix,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last == null ? new IOException("neither /dev/shm nor " + temporary + " can be written") : last;
    }

    Path path() {
        return path;
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
        delete(path);
    }

    private static void sweep(Path place) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, "tutti-spool-*")) {
            for (Path folder : left) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                boolean dead = name.matches() && isDead(name.group(1));
                if (dead && Files.isWritable(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            System.getLogger(SpoolFolder.class.getName()).log(Level.DEBUG, "Old spool folders stay", e);
        }
    }

    private static boolean isDead(String pid) {
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
            return process.filter(ProcessHandle::isAlive).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.getLogger(SpoolFolder.class.getName()).log(Level.DEBUG, "The spool folder stays: " + folder, e);
        }
    }
}
