package dev.tutti.engine.stream;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.StreamKind;
import java.io.OutputStream;
import java.util.Objects;

/** One of the two output streams, as bytes into the outbox. Any thread. */
final class OutputPipe extends OutputStream {

    private final StreamKind kind;
    private final LiveArea area;
    private final Outbox outbox;

    OutputPipe(StreamKind kind, LiveArea area, Outbox outbox) {
        this.kind = kind;
        this.area = area;
        this.outbox = outbox;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        Objects.checkFromIndexSize(from, count, bytes.length);
        area.print(kind, bytes, from, count);
    }

    @Override
    public void flush() {
        outbox.flush();
    }
}
