package dev.tutti.engine.wire;

import java.nio.ByteBuffer;

/**
 * The fixed start of every frame, decoded apart from the body, so that a body that cannot be decoded is still answered
 * under its request id. All numbers are big-endian.
 *
 * <pre>
 * offset  bytes  field
 *      0      2  magic, 0x5454 ("TT")
 *      2      1  protocol version
 *      3      1  type of the message, see {@link MessageCodec}
 *      4      8  request id, 0 for none
 *     12      4  length of the body in bytes
 *     16         the body
 * </pre>
 *
 * @param version the sender's protocol version
 * @param type the message's type code
 * @param request the request that the message belongs to
 * @param bodyLength bytes of the body
 */
public record Header(int version, int type, RequestId request, int bodyLength) {

    /** The version of this protocol. Raised with every change of a layout. */
    public static final int PROTOCOL = 2;

    /** Bytes of a header. */
    public static final int LENGTH = 16;

    /** The longest body: larger values travel in chunks. */
    public static final int MAX_BODY = 64 << 20;

    private static final short MAGIC = 0x5454;

    public void write(ByteBuffer target) {
        target.putShort(MAGIC)
                .put((byte) version)
                .put((byte) type)
                .putLong(request.value())
                .putInt(bodyLength);
    }

    /**
     * Reads a header.
     *
     * @param source at least {@link #LENGTH} bytes
     * @throws ProtocolException if this is not a frame of ours or its length is out of range: the connection is lost
     */
    public static Header read(ByteBuffer source) throws ProtocolException {
        short magic = source.getShort();
        if (magic != MAGIC) {
            throw new ProtocolException(
                    "The peer does not speak Tutti's protocol: a frame begins with 0x%04x, not 0x%04x"
                            .formatted(magic & 0xffff, MAGIC & 0xffff));
        }
        int version = source.get() & 0xff;
        int type = source.get() & 0xff;
        RequestId request = new RequestId(source.getLong());
        int length = source.getInt();
        if (length < 0 || length > MAX_BODY) {
            throw new ProtocolException(
                    "A frame of type " + type + " says its body has " + length + " bytes; the limit is " + MAX_BODY);
        }
        return new Header(version, type, request, length);
    }
}
