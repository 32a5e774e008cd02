package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import java.nio.ByteBuffer;

/** A frame whose body is not decoded yet, so that one that cannot be is still answered under its request id. */
public final class ReceivedFrame {

    private final Header header;
    private final byte[] body;

    ReceivedFrame(Header header, byte[] body) {
        this.header = header;
        this.body = body;
    }

    public RequestId request() {
        return header.request();
    }

    public Message message() throws ProtocolException {
        return MessageCodec.decode(header, ByteBuffer.wrap(body));
    }
}
