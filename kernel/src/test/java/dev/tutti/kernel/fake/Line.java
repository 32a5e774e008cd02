package dev.tutti.kernel.fake;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** An engine's end of a connection, whatever carries it. */
public interface Line extends Closeable {

    /** Sends bytes as they are: a frame, a part of one, or garbage. Blocks while the other end does not read. */
    void send(byte[] bytes) throws IOException;

    /** The next frame, waiting for it; nothing at the end. */
    Optional<byte[]> receive() throws IOException;
}
