package dev.tutti.engine.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a body's fields in the order in which {@link BodyWriter} put them. Lengths are checked against what is left. */
final class BodyReader {

    /** Reads one element. */
    @FunctionalInterface
    interface Element<T> {
        T read(BodyReader reader) throws ProtocolException;
    }

    private final ByteBuffer buffer;

    BodyReader(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    boolean getBoolean() throws ProtocolException {
        return need(1).get() != 0;
    }

    int getByte() throws ProtocolException {
        return need(1).get();
    }

    int getInt() throws ProtocolException {
        return need(4).getInt();
    }

    long getLong() throws ProtocolException {
        return need(8).getLong();
    }

    byte[] getBytes() throws ProtocolException {
        int length = getLength("byte string");
        byte[] bytes = new byte[length];
        need(length).get(bytes);
        return bytes;
    }

    String getString() throws ProtocolException {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    <T> List<T> getList(Element<T> element) throws ProtocolException {
        int count = getCount(1);
        List<T> values = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            values.add(element.read(this));
        }
        return values;
    }

    /** The count that a list begins with, for loops of their own. @param leastBytes what an element takes at least */
    int getCount(int leastBytes) throws ProtocolException {
        int count = getLength("list");
        if ((long) count * leastBytes > buffer.remaining()) {
            throw new ProtocolException("A list says it has " + count + " elements, but only " + buffer.remaining()
                    + " bytes are left in its body");
        }
        return count;
    }

    <T> Optional<T> getOptional(Element<T> element) throws ProtocolException {
        return getBoolean() ? Optional.of(element.read(this)) : Optional.empty();
    }

    void end() throws ProtocolException {
        if (buffer.hasRemaining()) {
            throw new ProtocolException(buffer.remaining() + " bytes are left after the last field of a body");
        }
    }

    private int getLength(String what) throws ProtocolException {
        int length = getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new ProtocolException("A " + what + " says it has " + length + " elements, but only "
                    + buffer.remaining() + " bytes are left in its body");
        }
        return length;
    }

    private ByteBuffer need(int count) throws ProtocolException {
        if (buffer.remaining() < count) {
            throw new ProtocolException(
                    "A body ends too early: " + count + " bytes wanted, " + buffer.remaining() + " left",
                    new BufferUnderflowException());
        }
        return buffer;
    }
}
