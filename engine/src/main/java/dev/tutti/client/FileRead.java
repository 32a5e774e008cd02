package dev.tutti.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Reads a piece of a file where it runs, for {@code %copy}: fewer bytes than asked for are the last ones.
 *
 * @param file its path; relative to the engine's working directory
 * @param from where the piece begins, in bytes
 * @param limit how many bytes at most
 */
public record FileRead(String file, long from, int limit) implements Call<byte[]> {

    @Override
    public byte[] call() throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(file), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(limit);
            long at = from;
            while (bytes.hasRemaining()) {
                int read = channel.read(bytes, at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file, null, "there is no such file at this engine");
        }
    }
}
