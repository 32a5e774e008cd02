package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.ProtocolException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Optional;

/**
 * Frames over a blocking channel. One thread reads and one writes; both are the engine's own, because the interrupt of a
 * thread that is blocked in a channel closes the channel.
 */
public final class Connection implements Closeable {

    /** Copying through fixed direct buffers: the JDK else keeps one as large as the largest frame for each thread. */
    private static final int BUFFER_BYTES = 64 << 10;

    private final ByteChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final byte[] head = new byte[Header.LENGTH];
    private byte[] body;
    private int filled;
    private volatile long received;

    public Connection(ByteChannel channel) {
        this.channel = channel;
    }

    /**
     * The next frame; blocks. Reading thread only. After an OutOfMemoryError it may be called again, and goes on where it was.
     *
     * @return nothing at the end of the connection
     * @throws ProtocolException if the peer does not speak this protocol, or another version of it
     */
    public Optional<ReceivedFrame> receive() throws IOException, ProtocolException {
        if (body == null && !fill(head)) {
            return Optional.empty();
        }
        Header header = Header.read(ByteBuffer.wrap(head));
        if (header.version() != Header.PROTOCOL) {
            throw new ProtocolException("The controller speaks protocol " + header.version() + ", this engine "
                    + Header.PROTOCOL + ". Use the jars of one version of Tutti for both.");
        }
        if (body == null) {
            body = new byte[header.bodyLength()];
            filled = 0;
        }
        if (!fill(body)) {
            return Optional.empty();
        }
        Optional<ReceivedFrame> frame = Optional.of(new ReceivedFrame(header, body));
        body = null;
        filled = 0;
        received++;
        return frame;
    }

    /** How many frames have come in. Any thread. */
    public long received() {
        return received;
    }

    /** Writes a frame; blocks. Writing thread only. */
    public void send(byte[] frame) throws IOException {
        for (int from = 0; from < frame.length; ) {
            int count = Math.min(out.clear().remaining(), frame.length - from);
            out.put(frame, from, count).flip();
            while (out.hasRemaining()) {
                channel.write(out);
            }
            from += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill(byte[] target) throws IOException {
        while (filled < target.length) {
            if (!in.hasRemaining()) {
                in.clear();
                int count = channel.read(in);
                in.flip();
                if (count < 0) {
                    return false;
                }
            }
            int count = Math.min(in.remaining(), target.length - filled);
            in.get(target, filled, count);
            filled += count;
        }
        return true;
    }
}
