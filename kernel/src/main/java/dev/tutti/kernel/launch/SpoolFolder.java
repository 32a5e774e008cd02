package dev.tutti.kernel.launch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder where large values lie on their way between processes of this host: in memory where the system offers that,
 * else in the folder for temporary files. Only its owner may enter. It goes with its controller; what a killed one left is
 * removed by the next: its name tells the process, which must be gone, and a lock in it must be free, because processes
 * of another container may have the same numbers.
 */
final class SpoolFolder implements AutoCloseable {

    private static final String PREFIX = "tutti-spool-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\w+");
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;
    private final Thread hook = new Thread(this::delete, "spool-removal");

    private SpoolFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(hook);
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
                Path path = Files.createDirectory(
                        place.resolve(name()),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                SpoolFolder folder = new SpoolFolder(path, lock(path));
                Thread.ofVirtual().name("spool-sweep").start(() -> sweep(place));
                return folder;
            } catch (IOException e) {
                last.addSuppressed(e);
            }
        }
        throw last;
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

    /** Removes what dead processes have left. */
    static void sweep(Path place) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && isUnlocked(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            System.getLogger(SpoolFolder.class.getName()).log(Level.DEBUG, "Old spool folders stay", e);
        }
    }

    private void delete() {
        try {
            delete(path);
            lock.close();
        } catch (IOException e) {
            System.getLogger(SpoolFolder.class.getName()).log(Level.DEBUG, "The spool folder stays: " + path, e);
        }
    }

    /** Another name at each call; it need not be secret, since nobody else may enter. */
    private static String name() {
        return PREFIX + ProcessHandle.current().pid() + "-"
                + Long.toString(System.nanoTime() & 0xff_ffff_ffffL, Character.MAX_RADIX);
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** A folder of another user cannot be looked into: it is not ours to judge. */
    private static boolean isUnlocked(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException _) {
            return Files.isWritable(folder); // its process died before it had locked it
        } catch (IOException _) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // somebody else has removed it at the same time
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
