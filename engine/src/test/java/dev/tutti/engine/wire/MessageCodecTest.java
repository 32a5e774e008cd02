package dev.tutti.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layouts: every message comes back as it went, and some as the very bytes that docs/protocol.md promises. */
final class MessageCodecTest {

    private static final SessionId SESSION = new SessionId(7);
    private static final VariableRef X = new VariableRef("REPL.$JShell$4", "x");
    private static final ClassFile CLASS = new ClassFile("REPL.$JShell$5", new byte[] {1, 2, 3});
    private static final Frame FRAME = new Frame("REPL.$JShell$5", "do_it$", "cell 3", 2);
    private static final Fault CAUSE = new Fault("E", Optional.empty(), List.of(), Optional.empty(), List.of());
    private static final Fault FAULT =
            new Fault("java.lang.Error", Optional.of("ü"), List.of(FRAME), Optional.of(CAUSE), List.of(CAUSE, CAUSE));
    private static final Rendered RENDERED = new Rendered("[1, 2]", "int[]", -5, true);

    static Stream<Message> messages() {
        return Stream.of(
                new Message.Hello("t", "0.1.0", "25", 4711, "host"),
                new Message.Welcome(new EngineId(3)),
                new Message.Refused("no"),
                execute(),
                new Message.Redefine(SESSION, List.of(CLASS)),
                new Message.ReadVariables(SESSION, List.of(X), RenderLimits.DEFAULT),
                new Message.Forget(SESSION, List.of(X, X)),
                new Message.CloseSession(SESSION),
                new Message.Stop(new RequestId(9)),
                new Message.Ping(12),
                new Message.Shutdown(),
                new Message.Output(StreamKind.STDERR, "oh 🙂\n"),
                new Message.ClassRequest(SESSION, "P"),
                new Message.ClassReply(Optional.of(CLASS)),
                new Message.ClassReply(Optional.empty()),
                new Message.InputRequest(100),
                new Message.InputReply(new byte[] {65}),
                done(new Outcome.Value(RENDERED)),
                done(new Outcome.Nothing()),
                done(new Outcome.Thrown(FAULT)),
                done(new Outcome.Stopped(List.of(FRAME))),
                done(new Outcome.Undefined(X, FAULT)),
                new Message.VariablesRead(List.of(Optional.of(RENDERED), Optional.empty())),
                new Message.Stopping(List.of(FRAME, FRAME)),
                new Message.Pong(1, 2, 3),
                new Message.Ack(),
                new Message.Failure("why"));
    }

    private static Message.Execute execute() {
        return new Message.Execute(
                SESSION,
                new CellNumber(3),
                List.of(new EngineId(0), new EngineId(2)),
                List.of(CLASS),
                List.of(),
                List.of(new EntryPoint("REPL.$JShell$5", "do_it$", List.of(X), true)),
                true,
                RenderLimits.DEFAULT);
    }

    private static Message.Done done(Outcome outcome) {
        return new Message.Done(outcome, 1, List.of(X), List.of(), 1_000, 900);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageComesBackAsItWent(Message message) throws ProtocolException {
        byte[] frame = MessageCodec.encode(new RequestId(5), message);
        ByteBuffer source = ByteBuffer.wrap(frame);
        Header header = Header.read(source);

        Message decoded = MessageCodec.decode(header, source);

        assertThat(header.request()).isEqualTo(new RequestId(5));
        assertThat(header.bodyLength()).isEqualTo(frame.length - Header.LENGTH);
        assertThat(decoded).hasSameClassAs(message);
        assertThat(MessageCodec.encode(new RequestId(5), decoded)).isEqualTo(frame);
    }

    @Test
    void noMessageIsForgottenHere() {
        assertThat(messages().map(Object::getClass).distinct().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Message.class.getPermittedSubclasses())
                        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void outputHasTheseBytes() {
        assertThat(hex(new Message.Output(StreamKind.STDOUT, "hi\n"))).isEqualTo("""
                54 54 01 14 00 00 00 00 00 00 00 05 00 00 00 08
                00 00 00 00 03 68 69 0a""");
    }

    @Test
    void anExecutionHasTheseBytes() {
        assertThat(hex(execute())).isEqualTo("""
                54 54 01 0a 00 00 00 00 00 00 00 05 00 00 00 82
                00 00 00 00 00 00 00 07 00 00 00 03 00 00 00 02
                00 00 00 00 00 00 00 02 00 00 00 01 00 00 00 0e
                52 45 50 4c 2e 24 4a 53 68 65 6c 6c 24 35 00 00
                00 03 01 02 03 00 00 00 00 00 00 00 01 00 00 00
                0e 52 45 50 4c 2e 24 4a 53 68 65 6c 6c 24 35 00
                00 00 06 64 6f 5f 69 74 24 00 00 00 01 00 00 00
                0e 52 45 50 4c 2e 24 4a 53 68 65 6c 6c 24 34 00
                00 00 01 78 01 01 00 00 00 50 00 00 00 64 00 00
                4e 20""");
    }

    @Test
    void aBodyThatIsCutIsAnError() throws ProtocolException {
        byte[] frame = MessageCodec.encode(RequestId.NONE, execute());
        Header header = Header.read(ByteBuffer.wrap(frame));

        for (int end = Header.LENGTH; end < frame.length; end++) {
            ByteBuffer cut = ByteBuffer.wrap(frame, Header.LENGTH, end - Header.LENGTH);
            assertThatThrownBy(() -> MessageCodec.decode(header, cut)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void aBodyWithMoreInItIsAnError() throws ProtocolException {
        byte[] frame = Arrays.copyOf(MessageCodec.encode(RequestId.NONE, new Message.Ack()), Header.LENGTH + 1);
        ByteBuffer source = ByteBuffer.wrap(frame);
        Header header = Header.read(source);

        assertThatThrownBy(() -> MessageCodec.decode(header, source)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void anUnknownTypeIsNamed() {
        Header header = new Header(9, 200, RequestId.NONE, 0);

        assertThatThrownBy(() -> MessageCodec.decode(header, ByteBuffer.allocate(0)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("200")
                .hasMessageContaining("the peer 9");
    }

    @Test
    void whatIsNoFrameOfOursIsAnError() {
        ByteBuffer http = ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> Header.read(http)).isInstanceOf(ProtocolException.class).hasMessageContaining("0x4745");
    }

    private static String hex(Message message) {
        byte[] frame = MessageCodec.encode(new RequestId(5), message);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < frame.length; i += 16) {
            byte[] line = Arrays.copyOfRange(frame, i, Math.min(i + 16, frame.length));
            lines.append(i == 0 ? "" : "\n").append(HexFormat.ofDelimiter(" ").formatHex(line));
        }
        return lines.toString();
    }
}
