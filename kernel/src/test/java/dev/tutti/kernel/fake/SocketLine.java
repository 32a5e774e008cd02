package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.ProtocolException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** A line over a Unix domain socket, blocking. */
public final class SocketLine implements Line {

    private final SocketChannel channel;

    private SocketLine(SocketChannel channel) {
        this.channel = channel;
    }

    public static SocketLine connect(Path socket) throws IOException {
        return new SocketLine(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Header.LENGTH);
        if (!fill(start)) {
            return Optional.empty();
        }
        try {
            Header header = Header.read(start.flip());
            ByteBuffer frame =
                    ByteBuffer.allocate(Header.LENGTH + header.bodyLength()).put(start.rewind());
            return fill(frame) ? Optional.of(frame.array()) : Optional.empty();
        } catch (ProtocolException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}
