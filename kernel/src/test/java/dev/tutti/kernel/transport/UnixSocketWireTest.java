package dev.tutti.kernel.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.controller.ConnectionId;
import dev.tutti.kernel.controller.Wire;
import dev.tutti.kernel.fake.LeakGuard;
import dev.tutti.kernel.fake.SocketLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakGuard.class)
@Timeout(30)
final class UnixSocketWireTest {

    private final Record record = new Record();
    private UnixSocketWire wire;
    private SocketLine line;
    private ConnectionId connection;

    @BeforeEach
    void connect() throws Exception {
        wire = UnixSocketWire.bind();
        wire.open(record);
        line = SocketLine.connect(wire.socket());
        connection = record.opened.poll(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        wire.close();
    }

    @Test
    void aFrameThatComesByteByByteIsWhole() throws Exception {
        for (byte one : output("grüezi")) {
            line.send(new byte[] {one});
        }

        assertThat(record.message()).isEqualTo(new Message.Output(StreamKind.STDOUT, "grüezi"));
    }

    @Test
    void manyFramesInOnePieceAreMany() throws Exception {
        byte[] ack = MessageCodec.encode(new RequestId(1), new Message.Ack());
        byte[] text = output("text");
        line.send(ByteBuffer.allocate(2 * ack.length + text.length)
                .put(ack)
                .put(text)
                .put(ack)
                .array());

        assertThat(List.of(record.message(), record.message(), record.message()))
                .containsExactly(new Message.Ack(), new Message.Output(StreamKind.STDOUT, "text"), new Message.Ack());
    }

    @Test
    void aLongBodyIsWholeInBothDirections() throws Exception {
        String text = "0123456789".repeat(500_000);

        line.send(output(text));
        assertThat(record.message()).isEqualTo(new Message.Output(StreamKind.STDOUT, text));

        wire.send(List.of(connection), output(text));
        assertThat(line.receive()).hasValueSatisfying(frame -> assertThat(frame).isEqualTo(output(text)));
    }

    @Test
    void oneFrameReachesManyAndTheClosedArePassedOver() throws Exception {
        try (SocketLine second = SocketLine.connect(wire.socket())) {
            ConnectionId other = record.opened.poll(20, TimeUnit.SECONDS);

            wire.send(List.of(connection, new ConnectionId(99), other), output("all"));

            assertThat(line.receive().orElseThrow()).isEqualTo(output("all"));
            assertThat(second.receive().orElseThrow()).isEqualTo(output("all"));
        }
    }

    @Test
    void garbageClosesTheConnectionWithTheReason() throws Exception {
        line.send(new byte[Header.LENGTH]);

        assertThat(record.closed.poll(20, TimeUnit.SECONDS))
                .hasValueSatisfying(reason -> assertThat(reason).contains("does not speak Tutti's protocol"));
        assertThat(line.receive()).isEmpty();
    }

    @Test
    void aLengthBeyondTheLimitClosesTheConnection() throws Exception {
        byte[] frame = output("");
        ByteBuffer.wrap(frame).putInt(12, Header.MAX_BODY + 1);
        line.send(frame);

        assertThat(record.closed.poll(20, TimeUnit.SECONDS))
                .hasValueSatisfying(reason -> assertThat(reason).contains("the limit is"));
    }

    @Test
    void whatWasSentIsWrittenBeforeTheClose() throws Exception {
        wire.send(List.of(connection), output("last"));
        wire.close(connection);

        assertThat(line.receive().orElseThrow()).isEqualTo(output("last"));
        assertThat(line.receive()).isEmpty();
        assertThat(record.closed.poll(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aPeerBlocksWhileNobodyTakesItsFramesAndGoesOnWhenTheyAreTaken() throws Exception {
        byte[] frame = output("x".repeat(64 << 10));
        int frames = 200;
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendAll(frame, frames));

        int received = 0;
        int most = 0;
        while (received < frames) {
            record.frame();
            received++;
            most = Math.max(most, record.frames.size());
            wire.taken(connection, frame.length);
        }

        assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
        assertThat(most).isLessThan(40); // 1 MB are 16 of them, and some were on their way
    }

    @Test
    void aConnectionThatIsNotReadIsReadAgain() throws Exception {
        wire.reading(connection, false);
        line.send(output("waits"));
        wire.reading(connection, true);

        assertThat(record.message()).isEqualTo(new Message.Output(StreamKind.STDOUT, "waits"));
    }

    private void sendAll(byte[] frame, int count) {
        try {
            for (int i = 0; i < count; i++) {
                line.send(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] output(String text) {
        return MessageCodec.encode(RequestId.NONE, new Message.Output(StreamKind.STDOUT, text));
    }

    /** Writes down what comes in. */
    private static final class Record implements Wire.Receiver {

        private record Received(Header header, byte[] body) {}

        private final BlockingQueue<ConnectionId> opened = new LinkedBlockingQueue<>();
        private final BlockingQueue<Received> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<Optional<String>> closed = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> writable = new LinkedBlockingQueue<>();

        @Override
        public void opened(ConnectionId connection) {
            opened.add(connection);
        }

        @Override
        public void received(ConnectionId connection, Header header, byte[] body) {
            frames.add(new Received(header, body));
        }

        @Override
        public void writable(ConnectionId connection, boolean on) {
            writable.add(on);
        }

        @Override
        public void closed(ConnectionId connection, Optional<String> broken) {
            closed.add(broken);
        }

        Received frame() throws InterruptedException {
            Received frame = frames.poll(20, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame has come");
            }
            return frame;
        }

        Message message() throws Exception {
            Received frame = frame();
            return MessageCodec.decode(frame.header(), ByteBuffer.wrap(frame.body()));
        }
    }
}
