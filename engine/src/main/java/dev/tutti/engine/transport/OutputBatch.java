package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Bytes of one stream that will travel as one message. Guarded by the outbox's lock until it is taken. */
final class OutputBatch implements Outgoing {

    /** The most that one message carries, less what {@link #prepend} may add. */
    static final int MAX_BYTES = (32 << 10) - 3;

    /** How long output is gathered before it travels. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    final RequestId request;
    final StreamKind kind;
    private final long sinceNanos;
    private boolean urgent;
    private byte[] bytes;
    private int length;

    OutputBatch(RequestId request, StreamKind kind, long sinceNanos, byte[] start) {
        this.request = request;
        this.kind = kind;
        this.sinceNanos = sinceNanos;
        this.bytes = Arrays.copyOf(start, Math.max(256, start.length));
        this.length = start.length;
    }

    boolean takes(RequestId nextRequest, StreamKind nextKind) {
        return kind == nextKind && request.value() == nextRequest.value() && length < MAX_BYTES;
    }

    @Override
    public void hurry() {
        urgent = true;
    }

    @Override
    public long lingersNanos(long now) {
        return urgent || length >= MAX_BYTES ? 0 : sinceNanos + LINGER_NANOS - now;
    }

    int length() {
        return length;
    }

    /** Appends what has room; returns how much that was. */
    int append(byte[] source, int from, int count) {
        int taken = Math.min(count, MAX_BYTES - length);
        if (bytes.length < length + taken) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.min(MAX_BYTES, bytes.length * 4), length + taken));
        }
        System.arraycopy(source, from, bytes, length, taken);
        length += taken;
        return taken;
    }

    /** Puts the beginning of a character before what is there. */
    void prepend(byte[] start) {
        byte[] joined = Arrays.copyOf(start, start.length + length);
        System.arraycopy(bytes, 0, joined, start.length, length);
        bytes = joined;
        length = joined.length;
    }

    /** Takes away the bytes at the end that begin a character whose rest has not been written yet. */
    byte[] cutUnfinishedCharacter() {
        int start = length - 1;
        while (start >= 0 && length - start < 4 && (bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        int needs = start < 0 ? 0 : bytesOfCharacter(bytes[start]);
        if (needs <= length - start) {
            return new byte[0];
        }
        byte[] rest = Arrays.copyOfRange(bytes, start, length);
        length = start;
        return rest;
    }

    @Override
    public byte[] frame() {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return MessageCodec.encode(request, new Message.Output(kind, text));
    }

    private static int bytesOfCharacter(byte first) {
        if ((first & 0xe0) == 0xc0) {
            return 2;
        }
        if ((first & 0xf0) == 0xe0) {
            return 3;
        }
        return (first & 0xf8) == 0xf0 ? 4 : 1;
    }
}
