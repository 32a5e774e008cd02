package dev.tutti.kernel.launch;

import dev.tutti.kernel.transport.PrivateFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@link PrivateFolder} where large values lie on their way between processes of this host: in memory where the system
 * offers that, else in the folder for temporary files. What a killed controller left is removed by the next: its name
 * tells the process, which must be gone, and a lock in it must be free, because processes of another container may have
 * the same numbers.
 */
final class SpoolFolder implements AutoCloseable {

    private static final String PREFIX = "tutti-spool-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\w+");

    private static final PrivateFolder.Kind KIND = new PrivateFolder.Kind() {
        @Override
        public String prefix() {
            return PREFIX;
        }

        @Override
        public String lock() {
            return ".lock";
        }

        @Override
        public void remove(Path folder) throws IOException {
            Files.walkFileTree(folder, new Removal());
        }
    };

    private final PrivateFolder folder;

    private SpoolFolder(PrivateFolder folder) {
        this.folder = folder;
    }

    /** A new folder in the first place of the machine that allows one. */
    static SpoolFolder create() throws IOException {
        return create(List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir"))));
    }

    static SpoolFolder create(List<Path> places) throws IOException {
        IOException last = new IOException("No folder for large values can be made in any of " + places
                + ": each is missing or not writable. Set the JVM's property java.io.tmpdir to one that is.");
        for (Path place : places) {
            if (!Files.isDirectory(place) || !Files.isWritable(place)) {
                continue;
            }
            try {
                SpoolFolder made = new SpoolFolder(PrivateFolder.create(place, KIND));
                Thread.ofVirtual().name("spool-sweep").start(() -> sweep(place));
                return made;
            } catch (IOException e) {
                last.addSuppressed(e);
            }
        }
        throw last;
    }

    Path path() {
        return folder.path();
    }

    @Override
    public void close() {
        folder.close();
    }

    /** Removes what dead processes have left. */
    static void sweep(Path place) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && isAbandoned(folder)) {
                    KIND.remove(folder);
                }
            }
        } catch (IOException e) {
            System.getLogger(SpoolFolder.class.getName()).log(Level.DEBUG, "Old spool folders stay", e);
        }
    }

    /** A folder of another user cannot be looked into: it is not ours to judge. */
    private static boolean isAbandoned(Path folder) {
        return switch (PrivateFolder.owner(folder, KIND)) {
            case GONE -> true;
            case UNKNOWN -> Files.isWritable(folder); // its process died before it had locked it
            case PRESENT -> false;
        };
    }

    /** Removes all there is, passing over what somebody else removes at the same time. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
