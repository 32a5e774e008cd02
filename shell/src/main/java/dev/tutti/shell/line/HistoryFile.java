package dev.tutti.shell.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The history file: one {@link HistoryRecord} a line, oldest first, readable by its owner only. Any thread; several
 * shells may use one file.
 *
 * <p><b>Concurrency.</b> A record is added by one write to a file opened for appending, so that records of several
 * shells never mix and a killed shell loses none. There is no lock on that way. When the file has grown too long, one
 * shell (the others are kept off by a lock file) writes the newest records to a new file and moves it over the old one.
 * A record that another shell adds to the old file at that moment is not lost: before the move it is copied afterwards
 * by the one who moved, after the move the writer sees that the file is another one and writes again. Twice is
 * possible, and harmless; equal neighbours are merged.
 */
final class HistoryFile {

    /** What the file may hold after it has been shortened. */
    private static final long LIMIT_BYTES = 8_000_000;

    private final Path file;
    private final int limit;

    /**
     * A file that need not exist yet.
     *
     * @param limit how many records are kept
     */
    HistoryFile(Path file, int limit) {
        this.file = file.toAbsolutePath();
        this.limit = limit;
    }

    /**
     * The newest records, damaged lines left out, equal neighbours merged; shortens the file if it has grown too long.
     */
    List<HistoryRecord> load() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        List<HistoryRecord> all = records(bytes);
        if (all.size() > limit + limit / 4 || bytes.length > 2 * LIMIT_BYTES) {
            shorten();
        }
        return newest(all);
    }

    /** Adds a record; it has left this process when the method returns. */
    void append(HistoryRecord entry) throws IOException {
        Object before = append((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
        if (!Objects.equals(before, identity())) {
            append((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private Object append(byte[] line) throws IOException {
        create(file);
        Object identity = identity();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            write(channel, endsWithin(line) ? concat('\n', line) : line);
        }
        return identity;
    }

    /** Whether the file ends inside a line, which a full disk can leave behind. */
    private boolean endsWithin(byte[] line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            long size = channel.size();
            return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void shorten() throws IOException {
        Path lockFile = beside(".lock");
        create(lockFile);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock != null) {
                replace();
            }
        }
    }

    private void replace() throws IOException {
        Path next = beside(".new");
        Files.deleteIfExists(next);
        create(next);
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] bytes = read(old, 0);
            List<HistoryRecord> all = records(bytes);
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                for (HistoryRecord entry : newest(all)) {
                    write(channel, (entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            byte[] late = read(old, bytes.length);
            if (late.length > 0) {
                append(late);
            }
        }
    }

    /** The newest records, as many as the limits allow; at least one. */
    private List<HistoryRecord> newest(List<HistoryRecord> all) {
        int first = all.size();
        long length = 0;
        while (first > Math.max(0, all.size() - limit) && length < LIMIT_BYTES) {
            first--;
            length += all.get(first).text().length();
        }
        return List.copyOf(all.subList(first, all.size()));
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static List<HistoryRecord> records(byte[] bytes) {
        List<HistoryRecord> records = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                HistoryFile.record(bytes, start, i).ifPresent(next -> addMerged(records, next));
                start = i + 1;
            }
        }
        HistoryFile.record(bytes, start, bytes.length).ifPresent(next -> addMerged(records, next));
        return records;
    }

    private static Optional<HistoryRecord> record(byte[] bytes, int start, int end) {
        try {
            ByteBuffer line = ByteBuffer.wrap(bytes, start, end - start);
            return HistoryRecord.parse(
                    StandardCharsets.UTF_8.newDecoder().decode(line).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void addMerged(List<HistoryRecord> records, HistoryRecord next) {
        if (records.isEmpty() || !records.getLast().text().equals(next.text())) {
            records.add(next);
        }
    }

    private static byte[] read(FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - from)));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        byte[] read = new byte[bytes.position()];
        bytes.get(0, read);
        return read;
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static byte[] concat(char first, byte[] rest) {
        byte[] all = new byte[rest.length + 1];
        all[0] = (byte) first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private Object identity() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void create(Path path) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        Files.createDirectories(path.getParent());
        boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
        try {
            Files.createFile(path, posix ? ownerOnly() : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            return; // another shell was faster
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
