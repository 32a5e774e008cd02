package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files of large values: written once by whoever encodes, read by everyone who decodes, removed by whoever releases.
 * Any thread.
 *
 * <p>Writing goes through a direct buffer that stays in the processor's cache (3.5 GB/s on a tmpfs; a mapped file is half
 * as fast, for each of its pages is first cleared); reading maps the file (4 to 6 GB/s, system calls 3 to 5).
 */
final class Spool {

    /** What is larger lies in a file: below, the controller hands the bytes on faster than a file is made. */
    static final int THRESHOLD_BYTES = 256 << 10;

    private static final int CHUNK_BYTES = 256 << 10;

    private static final int LARGE_BYTES = 4 << 20;

    private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

    private static final AtomicLong FILES = new AtomicLong();

    private static final class Process {
        /** Unlike in every process, also where process numbers come again. */
        static final String NAME = ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36);
    }

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Bytes in pieces, each at most as large as the buffer. */
    @FunctionalInterface
    interface Content {
        /** Puts the next piece into the empty buffer, which is in native order; nothing when all has been put. */
        void fill(ByteBuffer piece);
    }

    /** Reads what was written, in native order. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ByteBuffer bytes) throws UnsendableException;
    }

    Parcel.Spooled write(Codec codec, long size, Content content) throws UnsendableException {
        String name = Process.NAME + "-" + FILES.incrementAndGet();
        Path file = folder.resolve(name);
        boolean whole = false;
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            ByteBuffer piece =
                    ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTES, size)).order(ByteOrder.nativeOrder());
            for (long written = 0; written < size; ) {
                piece.clear();
                content.fill(piece);
                piece.flip();
                written += piece.remaining();
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
            whole = true;
        } catch (IOException e) {
            delete(name);
            throw new UnsendableException(
                    "The value takes " + size + " bytes, but they cannot be written to the spool folder " + folder
                            + " (" + free() + "): " + e.getMessage()
                            + ". Make room there, or set another folder for spooled values.",
                    e);
        } finally {
            if (!whole) {
                delete(name);
            }
        }
        return new Parcel.Spooled(codec, name, size);
    }

    <T> T read(Parcel.Spooled parcel, Reading<T> reading) throws UnsendableException {
        Path file = path(parcel.file());
        // Shared, for several threads read what is large.
        try (Arena arena = parcel.size() < LARGE_BYTES ? Arena.ofConfined() : Arena.ofShared();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != parcel.size()) {
                throw new UnsendableException("The spooled value " + file + " has " + channel.size() + " bytes instead"
                        + " of " + parcel.size() + ": it was damaged, or not written to its end.");
            }
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, parcel.size(), arena)
                    .asByteBuffer();
            return reading.read(mapped.order(ByteOrder.nativeOrder()));
        } catch (NoSuchFileException e) {
            throw new UnsendableException(
                    "The spooled value " + file + " of " + parcel.size()
                            + " bytes is not there any more: it was released, or the folder was cleared.",
                    e);
        } catch (IOException e) {
            throw new UnsendableException("The spooled value " + file + " cannot be read: " + e.getMessage() + ".", e);
        } catch (InternalError e) {
            // The JVM's word for a page of a mapped file that is gone: the file was cut while we read it.
            throw new UnsendableException("The spooled value " + file + " was cut while it was read.", e);
        }
    }

    /** Removes a file; none there is as good. */
    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException | UnsendableException e) {
            System.getLogger(Spool.class.getName())
                    .log(System.Logger.Level.WARNING, "The spooled value " + name + " cannot be removed", e);
        }
    }

    /** The file of a name from the wire: it must not lead out of the folder. */
    private Path path(String name) throws UnsendableException {
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new UnsendableException("\"" + name + "\" is no name of a spooled value.");
        }
        return folder.resolve(name);
    }

    private FileAttribute<?>[] ownerOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : NO_ATTRIBUTES;
    }

    private String free() {
        try {
            return Files.getFileStore(folder).getUsableSpace() + " bytes are free there";
        } catch (IOException e) {
            return "it cannot be looked into";
        }
    }
}
