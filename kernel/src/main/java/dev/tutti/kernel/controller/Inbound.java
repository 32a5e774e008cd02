package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes events of frames. Bodies are decoded on the controller's thread: the transport's has other things to do. */
final class Inbound implements Wire.Receiver {

    private final EventLoop loop;
    private final Wire wire;

    Inbound(EventLoop loop, Wire wire) {
        this.loop = loop;
        this.wire = wire;
    }

    @Override
    public void opened(ConnectionId connection) {
        loop.post(new Event.Opened(connection));
    }

    @Override
    public void received(ConnectionId connection, Header header, byte[] body) {
        loop.submit(() -> {
            loop.handle(decode(connection, header, body));
            wire.taken(connection, Header.LENGTH + body.length);
        });
    }

    @Override
    public void writable(ConnectionId connection, boolean writable) {
        loop.post(new Event.Writable(connection, writable));
    }

    @Override
    public void closed(ConnectionId connection, Optional<String> broken) {
        loop.post(new Event.Disconnected(connection, broken));
    }

    private static Event decode(ConnectionId connection, Header header, byte[] body) {
        if (header.version() != Header.PROTOCOL) {
            return new Event.Foreign(connection, header.request(), header.version());
        }
        try {
            return new Event.Received(connection, header.request(), MessageCodec.decode(header, ByteBuffer.wrap(body)));
        } catch (ProtocolException | IllegalArgumentException e) { // the latter: records refuse what is out of range
            return new Event.Undecodable(connection, header.request(), String.valueOf(e.getMessage()));
        }
    }
}
