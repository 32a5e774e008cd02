package dev.tutti.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Writes a piece of a file where it runs, for {@code %copy}. The file has its name only when its last piece is there;
 * until then it is called otherwise, so that nobody reads half a file.
 *
 * @param file its path; relative to the engine's working directory
 * @param from where the piece begins, in bytes
 * @param last whether it is the last piece
 */
public record FileWrite(String file, long from, boolean last) implements Fn<byte[], Long> {

    @Override
    public Long apply(byte[] piece) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        Path part = path.resolveSibling(
                path.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(path.getParent());
            Set<StandardOpenOption> how = from == 0
                    ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                    : Set.of(StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(part, how)) {
                ByteBuffer bytes = ByteBuffer.wrap(piece);
                for (long at = from; bytes.hasRemaining(); ) {
                    at += channel.write(bytes, at);
                }
            }
            if (last) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be written.", e);
        }
        return from + piece.length;
    }
}
