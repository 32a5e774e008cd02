package dev.tutti.kernel.transport;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that only its owner may enter and that goes with this process. While the process lives it holds a lock on a
 * file in it; where that lock is free, the process is dead and somebody may clear up. Any thread.
 */
public final class PrivateFolder implements AutoCloseable {

    /** What such a folder is called and what is done with it at the end. */
    public interface Kind {

        /** What its name begins with; the number of the process and something unlike others follow. */
        String prefix();

        /** The file that is locked. */
        String lock();

        /** Removes a folder of this kind, also one of another process that is swept by somebody else just now. */
        void remove(Path folder) throws IOException;
    }

    /** Whether the process of a folder lives. */
    public enum Owner {
        /** Nobody holds the lock. */
        GONE,
        /** There is no lock file: the process may have died, or not come so far. */
        UNKNOWN,
        /** The lock is held, or cannot be looked at: it is not ours to judge. */
        PRESENT
    }

    private final Kind kind;
    private final Path path;
    private final FileChannel lock;
    private final Thread hook;

    private PrivateFolder(Kind kind, Path path, FileChannel lock) {
        this.kind = kind;
        this.path = path;
        this.lock = lock;
        this.hook = new Thread(this::remove, path.getFileName() + "-removal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A new folder in a place. */
    public static PrivateFolder create(Path place, Kind kind) throws IOException {
        Path path = Files.createDirectory(
                place.resolve(kind.prefix() + name()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel =
                FileChannel.open(path.resolve(kind.lock()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return new PrivateFolder(kind, path, channel);
    }

    public Path path() {
        return path;
    }

    /** Who has a folder of a kind. */
    public static Owner owner(Path folder, Kind kind) {
        try (FileChannel channel = FileChannel.open(folder.resolve(kind.lock()), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null ? Owner.PRESENT : Owner.GONE;
        } catch (NoSuchFileException _) {
            return Owner.UNKNOWN;
        } catch (IOException | OverlappingFileLockException _) {
            return Owner.PRESENT; // of another user, or of another controller in this process
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the JVM is ending and runs the hook anyway
        }
    }

    private void remove() {
        try {
            kind.remove(path);
            lock.close();
        } catch (IOException e) {
            System.getLogger(PrivateFolder.class.getName())
                    .log(Level.DEBUG, "The folder " + path + " could not be removed", e);
        }
    }

    /**
     * Another name at each call. It need not be secret, since nobody else may enter; the JDK's own temporary folders draw
     * theirs from a secure generator, whose first use takes 20 ms.
     */
    private static String name() {
        return ProcessHandle.current().pid() + "-"
                + Long.toString(System.nanoTime() & 0xff_ffff_ffffL, Character.MAX_RADIX);
    }
}
