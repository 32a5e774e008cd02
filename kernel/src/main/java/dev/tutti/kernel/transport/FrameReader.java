package dev.tutti.kernel.transport;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.kernel.controller.ConnectionId;
import dev.tutti.kernel.controller.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Cuts one connection's bytes into frames: 16 bytes of header, then the body, filled as it comes in. Reading goes on while
 * two things allow it: nobody has switched it off, and not much more than {@link #CREDIT} is handed over and not taken.
 * Runs on the event loop, except where said.
 */
final class FrameReader extends ChannelInboundHandlerAdapter {

    /** Handed over and not taken, before reading pauses. */
    private static final long CREDIT = 1 << 20;

    /** A body's array grows with what has come in, so that a header alone cannot make us allocate much. */
    private static final int FIRST_BODY = 64 << 10;

    private final ConnectionId connection;
    private final Channel channel;
    private final Wire.Receiver receiver;
    private final Runnable gone;
    private final AtomicLong untaken = new AtomicLong();
    private final ByteBuffer headerBytes = ByteBuffer.allocate(Header.LENGTH);

    private Header header;
    private byte[] body;
    private int filled;
    private boolean wanted = true;
    private volatile boolean outOfCredit;
    private Optional<String> broken = Optional.empty();

    /** @param gone run when the channel has closed */
    FrameReader(ConnectionId connection, Channel channel, Wire.Receiver receiver, Runnable gone) {
        this.connection = connection;
        this.channel = channel;
        this.receiver = receiver;
        this.gone = gone;
    }

    Channel channel() {
        return channel;
    }

    /** Switches reading on or off. */
    void reading(boolean on) {
        wanted = on;
        readIfAllowed();
    }

    /** Any thread. */
    void taken(int bytes) {
        if (untaken.addAndGet(-bytes) <= CREDIT / 2 && outOfCredit) {
            channel.eventLoop().execute(this::regainCredit);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        receiver.opened(connection);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            while (bytes.isReadable() && broken.isEmpty()) {
                read(bytes);
            }
        } catch (ProtocolException e) {
            broken = Optional.of(e.getMessage());
            context.close();
        } finally {
            bytes.release();
        }
        if (untaken.get() > CREDIT && !outOfCredit) {
            outOfCredit = true;
            readIfAllowed();
            regainCredit(); // all may have been taken just before the flag was set
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        receiver.writable(connection, channel.isWritable());
    }

    /** Writes a frame; closes the connection if its peer does not read and too much is waiting already. */
    void write(ByteBuf frame) {
        channel.writeAndFlush(frame, channel.voidPromise());
        if (!channel.isWritable() && waiting() > Wire.MOST_WAITING) {
            broken = Optional.of("it does not read: more than " + (Wire.MOST_WAITING >> 20)
                    + " MB were waiting to be written to it");
            channel.close();
        }
    }

    private long waiting() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone.run();
        receiver.closed(connection, broken);
    }

    /** A reset connection is a closed one; what is wrong with our own code is told as the reason. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof java.io.IOException)) {
            broken = Optional.of("an error in the transport: " + cause);
        }
        context.close();
    }

    private void read(ByteBuf bytes) throws ProtocolException {
        if (header == null) {
            int count = Math.min(bytes.readableBytes(), headerBytes.remaining());
            headerBytes.limit(headerBytes.position() + count);
            bytes.readBytes(headerBytes);
            headerBytes.limit(Header.LENGTH);
            if (headerBytes.hasRemaining()) {
                return;
            }
            header = Header.read(headerBytes.flip());
            headerBytes.clear();
            body = new byte[Math.min(header.bodyLength(), FIRST_BODY)];
            filled = 0;
        }
        int count = Math.min(bytes.readableBytes(), header.bodyLength() - filled);
        if (filled + count > body.length) {
            long doubled = Math.max(filled + count, 2L * body.length);
            body = Arrays.copyOf(body, (int) Math.min(header.bodyLength(), doubled));
        }
        bytes.readBytes(body, filled, count);
        filled += count;
        if (filled == header.bodyLength()) {
            Header complete = header;
            header = null;
            untaken.addAndGet(Header.LENGTH + filled);
            receiver.received(connection, complete, body);
            body = null;
        }
    }

    private void regainCredit() {
        if (outOfCredit && untaken.get() <= CREDIT / 2) {
            outOfCredit = false;
            readIfAllowed();
        }
    }

    private void readIfAllowed() {
        channel.config().setAutoRead(wanted && !outOfCredit);
    }
}
