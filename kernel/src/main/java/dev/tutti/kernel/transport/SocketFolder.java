package dev.tutti.kernel.transport;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private folder with a short path for one socket: only its owner may enter. While its process lives it holds a lock on
 * a file in it; a folder whose lock is free was left by a process that died, and is swept by the next one.
 */
final class SocketFolder implements AutoCloseable {

    /** The longest path that the kernel takes for a socket, less the end mark (macOS takes a few bytes less). */
    private static final int LONGEST_PATH = 103;

    private static final String PREFIX = "tutti-";
    private static final String SOCKET = "s";
    private static final String LOCK = "lock";

    /** Younger folders may be about to be locked. */
    private static final Duration SWEEP_AGE = Duration.ofMinutes(1);

    private final Path path;
    private final FileChannel lock;
    private final Thread hook;

    private SocketFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
        this.hook = new Thread(this::delete, "socket-folder-removal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A new folder in the first place of the machine that allows one. */
    static SocketFolder create() throws IOException {
        Optional<Path> runtime =
                Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(Path::of);
        List<Path> places = Stream.of(
                        runtime,
                        Optional.of(Path.of(System.getProperty("java.io.tmpdir"))),
                        Optional.of(Path.of("/tmp")))
                .flatMap(Optional::stream)
                .toList();
        return create(places);
    }

    static SocketFolder create(List<Path> places) throws IOException {
        IOException last = new IOException("No folder can be made for the engines' socket in any of " + places
                + ": each is missing, not writable, or too long. Set XDG_RUNTIME_DIR to a short path that is"
                + " writable.");
        for (Path place : places) {
            if (!Files.isWritable(place)) {
                continue;
            }
            try {
                Path path = Files.createDirectory(
                        place.toAbsolutePath().resolve(PREFIX + name()),
                        PosixFilePermissions.asFileAttribute(EnumSet.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE)));
                if (path.resolve(SOCKET).toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
                    Files.delete(path);
                    continue;
                }
                return new SocketFolder(path, lock(path));
            } catch (IOException e) {
                last.addSuppressed(e);
            }
        }
        throw last;
    }

    /** Removes what dead processes have left beside this folder. */
    void sweep() {
        Instant young = Instant.now().minus(SWEEP_AGE);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(path.getParent(), PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(path)
                        && Files.isDirectory(folder)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(young)
                        && abandoned(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(SocketFolder.class.getName())
                    .log(Level.DEBUG, "The sweep of old socket folders ended early", e);
        }
    }

    Path socket() {
        return path.resolve(SOCKET);
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
            delete(path);
            lock.close();
        } catch (IOException e) {
            System.getLogger(SocketFolder.class.getName())
                    .log(Level.DEBUG, "The socket folder " + path + " could not be removed", e);
        }
    }

    /**
     * Another name at each call. It need not be secret, since nobody else may enter; the JDK's own temporary folders draw
     * theirs from a secure generator, whose first use takes 20 ms.
     */
    private static String name() {
        return ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime() & 0xff_ffff_ffffL, 36);
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** Folders without a lock file are not ours to judge. */
    private static boolean abandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException _) {
            return false; // of another user, of another controller in this process, or gone meanwhile
        }
    }

    private static void delete(Path folder) throws IOException {
        for (String name : List.of(SOCKET, LOCK)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        try {
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException _) {
            // another process sweeps at the same time
        }
    }
}
