package dev.tutti.engine.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Appends a body's fields to a growing array that begins with room for the header. Layout: {@code int} 4 bytes,
 * {@code long} 8, {@code boolean} and {@code byte} 1, byte strings and UTF-8 strings with an int length before them, lists with an int
 * count, optionals with a boolean.
 */
final class BodyWriter {

    private byte[] bytes = new byte[256];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes).position(Header.LENGTH);

    /** The frame: header and body. */
    byte[] frame(int type, RequestId request) {
        int end = buffer.position();
        new Header(Header.PROTOCOL, type, request, end - Header.LENGTH).write(ByteBuffer.wrap(bytes));
        return Arrays.copyOf(bytes, end);
    }

    BodyWriter putBoolean(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    BodyWriter putByte(int value) {
        room(1).put((byte) value);
        return this;
    }

    BodyWriter putInt(int value) {
        room(4).putInt(value);
        return this;
    }

    BodyWriter putLong(long value) {
        room(8).putLong(value);
        return this;
    }

    BodyWriter putBytes(byte[] value) {
        putInt(value.length);
        room(value.length).put(value);
        return this;
    }

    BodyWriter putString(String value) {
        return putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    <T> BodyWriter putList(List<T> values, BiConsumer<BodyWriter, T> element) {
        putInt(values.size());
        values.forEach(value -> element.accept(this, value));
        return this;
    }

    <T> BodyWriter putOptional(Optional<T> value, BiConsumer<BodyWriter, T> element) {
        putBoolean(value.isPresent());
        value.ifPresent(present -> element.accept(this, present));
        return this;
    }

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int position = buffer.position();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(position, count)));
            buffer = ByteBuffer.wrap(bytes).position(position);
        }
        return buffer;
    }
}
