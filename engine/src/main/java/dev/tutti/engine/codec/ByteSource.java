package dev.tutti.engine.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Takes what {@link ByteSink} put, checking that it is there. */
final class ByteSource {

    private final ByteBuffer buffer;

    ByteSource(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    int getByte() throws UnsendableException {
        return need(1).get();
    }

    int getInt() throws UnsendableException {
        return need(4).getInt();
    }

    long getLong() throws UnsendableException {
        return need(8).getLong();
    }

    byte[] getBytes() throws UnsendableException {
        return getBytes(getCount(1));
    }

    byte[] getBytes(int length) throws UnsendableException {
        ByteBuffer source = need(length);
        byte[] bytes = new byte[length];
        source.get(bytes);
        return bytes;
    }

    String getString() throws UnsendableException {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    /** A count of elements that take at least so many bytes each. */
    int getCount(int leastBytes) throws UnsendableException {
        int count = getInt();
        if (count < 0 || (long) count * leastBytes > buffer.remaining()) {
            throw broken();
        }
        return count;
    }

    private ByteBuffer need(int count) throws UnsendableException {
        if (buffer.remaining() < count) {
            throw broken();
        }
        return buffer;
    }

    static UnsendableException broken() {
        return new UnsendableException("A value's bytes end too early or are damaged: it cannot be read here."
                + " Sender and receiver may run different versions of Tutti.");
    }
}
