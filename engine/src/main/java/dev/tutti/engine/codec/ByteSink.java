package dev.tutti.engine.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes for small encodings; numbers are big-endian. */
final class ByteSink {

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    ByteSink putByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteSink putInt(int value) {
        room(4);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteSink putLong(long value) {
        return putInt((int) (value >>> 32)).putInt((int) value);
    }

    /** The bytes alone, without their count. */
    ByteSink putAll(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    ByteSink putBytes(byte[] value) {
        return putInt(value.length).putAll(value);
    }

    ByteSink putString(String value) {
        return putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void room(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, count)));
        }
    }
}
