package dev.tutti.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire, byte for byte. */
final class MessageCodecTest {

    /** Each message with the bytes of its body. A change here is a change of the protocol: raise its version. */
    record Golden(Message message, int code, String body) {

        @Override
        public String toString() {
            return message.type().toString();
        }
    }

    private static final ClassFile CLASS = new ClassFile("A", new byte[] {1, 2});
    static final VariableRef VARIABLE = new VariableRef("W", "k");
    static final Frame FRAME = new Frame("C", "m", "cell 1", 3);
    private static final Rendered RENDERED = new Rendered("t", "T", 5, true);
    static final Fault FAULT = new Fault("E", Optional.of("m"), List.of(FRAME), Optional.empty(), List.of());
    private static final RenderLimits LIMITS = new RenderLimits(80, 100, 2000, 1000, 12, 4, true);
    static final SessionId SESSION = new SessionId(7);

    private static final String HEX_CLASS = "00000001 41 00000002 0102";
    static final String HEX_VARIABLE = "00000001 57 00000001 6b";
    static final String HEX_FRAME = "00000001 43 00000001 6d 00000006 63656c6c2031 00000003";
    private static final String HEX_RENDERED = "00000001 74 00000001 54 0000000000000005 01";
    static final String HEX_FAULT = "00000001 45 01 00000001 6d 00000001 " + HEX_FRAME + " 00 00000000";
    private static final String HEX_LIMITS = "00000050 00000064 000007d0 000003e8 0000000c 00000004 01";
    static final String HEX_SESSION = "0000000000000007";

    /** The defined and undefined variables, wall and CPU time that end each Done. */
    private static final String HEX_DONE =
            "00000002 00000001 " + HEX_VARIABLE + " 00000000 0000000000000009 0000000000000008 00000002 662e";

    static List<Golden> goldens() {
        List<Golden> all = new ArrayList<>();
        all.add(new Golden(
                new Message.Hello("t", "v", "j", 5, "h"),
                1,
                "00000001 74 00000001 76 00000001 6a 0000000000000005 00000001 68"));
        all.add(new Golden(new Message.Welcome(EngineId.LOCAL, "t", "/s"), 2, "ffffffff 00000001 74 00000002 2f73"));
        all.add(new Golden(new Message.Refused("no"), 3, "00000002 6e6f"));
        all.add(new Golden(
                new Message.Execute(
                        SESSION,
                        new CellNumber(3),
                        List.of(new EngineId(0), new EngineId(4)),
                        List.of(CLASS),
                        List.of(),
                        List.of(new EntryPoint("W", "d", List.of(VARIABLE), true)),
                        true,
                        LIMITS,
                        true),
                10,
                HEX_SESSION + " 00000003 00000002 00000000 00000004 00000001 " + HEX_CLASS + " 00000000 00000001"
                        + " 00000001 57 00000001 64 00000001 " + HEX_VARIABLE + " 01 01 " + HEX_LIMITS + " 01"));
        all.add(new Golden(new Message.Redefine(SESSION, List.of(CLASS)), 11, HEX_SESSION + " 00000001 " + HEX_CLASS));
        all.add(new Golden(
                new Message.ReadVariables(SESSION, List.of(VARIABLE), LIMITS),
                12,
                HEX_SESSION + " 00000001 " + HEX_VARIABLE + " " + HEX_LIMITS));
        all.add(new Golden(
                new Message.Forget(SESSION, List.of(VARIABLE)), 13, HEX_SESSION + " 00000001 " + HEX_VARIABLE));
        all.add(new Golden(
                new Message.ExtendClassPath(SESSION, List.of("/a")), 18, HEX_SESSION + " 00000001 00000002 2f61"));
        all.add(new Golden(new Message.CloseSession(SESSION), 14, HEX_SESSION));
        all.add(new Golden(new Message.Stop(new RequestId(9)), 15, "0000000000000009"));
        all.add(new Golden(new Message.Ping(2), 16, "0000000000000002"));
        all.add(new Golden(new Message.Shutdown(), 17, ""));
        all.add(new Golden(new Message.Inspect("h"), 19, "00000001 68"));
        all.add(new Golden(new Message.Output(StreamKind.STDOUT, "x"), 20, "00 00000001 78"));
        all.add(new Golden(new Message.Output(StreamKind.STDERR, "\u20ac"), 20, "01 00000003 e282ac"));
        all.add(new Golden(new Message.ClassRequest(SESSION, "A"), 21, HEX_SESSION + " 00000001 41"));
        all.add(new Golden(new Message.ClassReply(Optional.empty()), 22, "00"));
        all.add(new Golden(new Message.ClassReply(Optional.of(CLASS)), 22, "01 " + HEX_CLASS));
        all.add(new Golden(new Message.InputRequest(16), 23, "00000010"));
        all.add(new Golden(new Message.InputReply(new byte[] {10}), 24, "00000001 0a"));
        all.add(new Golden(
                new Message.TerminalRequest(List.of("a"), "b", List.of("c")),
                25,
                "00000001 00000001 61 00000001 62 00000001 00000001 63"));
        all.add(new Golden(new Message.TerminalReply(Optional.of(3)), 26, "01 00000003"));
        all.add(new Golden(new Message.TerminalReply(Optional.empty()), 26, "00"));
        for (Golden outcome : outcomes()) {
            all.add(outcome);
        }
        all.add(new Golden(
                new Message.VariablesRead(List.of(Optional.of(RENDERED), Optional.empty())),
                31,
                "00000002 01 " + HEX_RENDERED + " 00"));
        all.add(new Golden(new Message.Stopping(List.of(FRAME)), 32, "00000001 " + HEX_FRAME));
        all.add(new Golden(new Message.Pong(1, 2, 3), 33, "0000000000000001 0000000000000002 0000000000000003"));
        all.add(new Golden(new Message.Ack(), 34, ""));
        all.add(new Golden(new Message.Failure("no"), 35, "00000002 6e6f"));
        all.add(new Golden(new Message.Inspected("f"), 36, "00000001 66"));
        all.addAll(TaskGoldens.all());
        return all;
    }

    private static List<Golden> outcomes() {
        return List.of(
                done(new Outcome.Value(RENDERED), "00000001 " + HEX_RENDERED),
                done(new Outcome.Nothing(), "00000002"),
                done(new Outcome.Thrown(FAULT), "00000003 " + HEX_FAULT),
                done(new Outcome.Stopped(List.of(FRAME)), "00000004 00000001 " + HEX_FRAME),
                done(new Outcome.Undefined(VARIABLE, FAULT), "00000005 " + HEX_VARIABLE + " " + HEX_FAULT));
    }

    private static Golden done(Outcome outcome, String hex) {
        return new Golden(
                new Message.Done(outcome, 2, List.of(VARIABLE), List.of(), 9, 8, "f."), 30, hex + " " + HEX_DONE);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void isEncodedInItsLayout(Golden golden) {
        byte[] frame = MessageCodec.encode(new RequestId(0x0102), golden.message());
        String body = golden.body().replace(" ", "");
        String header = "545402" + HexFormat.of().toHexDigits((byte) golden.code()) + "0000000000000102"
                + HexFormat.of().toHexDigits(body.length() / 2);
        assertThat(HexFormat.of().formatHex(frame)).isEqualTo(header + body);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void comesBackAsItWas(Golden golden) throws ProtocolException {
        byte[] frame = MessageCodec.encode(new RequestId(4), golden.message());
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        Header header = Header.read(buffer);
        assertThat(header.request()).isEqualTo(new RequestId(4));
        assertThat(header.bodyLength()).isEqualTo(buffer.remaining());
        Message back = MessageCodec.decode(header, buffer);
        assertThat(back).usingRecursiveComparison().isEqualTo(golden.message());
    }

    @Test
    void everyMessageAndEveryOutcomeHasItsGoldenBytes() {
        List<Class<?>> messages = new ArrayList<>();
        List<Class<?>> outcomes = new ArrayList<>();
        for (Golden golden : goldens()) {
            messages.add(golden.message().getClass());
            if (golden.message() instanceof Message.Done done) {
                outcomes.add(done.outcome().getClass());
            }
        }
        assertThat(messages).containsAll(records(Message.class));
        assertThat(outcomes).containsAll(records(Outcome.class));
        assertThat(TaskGoldens.functions())
                .extracting(golden -> (Object) golden.function().getClass())
                .containsAll(records(TaskFunction.class));
        assertThat(TaskGoldens.outcomes())
                .extracting(golden -> (Object) golden.outcome().getClass())
                .containsAll(records(TaskOutcome.class));
        assertThat(goldens()).extracting(golden -> golden.message().type()).contains(MessageType.values());
    }

    static List<Class<?>> records(Class<?> sealed) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                found.add(permitted);
            } else {
                found.addAll(records(permitted));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void damagedInAnyByteItIsReadOrRefusedButNothingElse(Golden golden) throws ProtocolException {
        byte[] frame = MessageCodec.encode(new RequestId(4), golden.message());
        Header header = Header.read(ByteBuffer.wrap(frame));
        for (int i = Header.LENGTH; i < frame.length; i++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] damaged = frame.clone();
                damaged[i] = (byte) value;
                readOrRefuse(
                        header,
                        ByteBuffer.wrap(damaged, Header.LENGTH, frame.length - Header.LENGTH)
                                .slice());
            }
            readOrRefuse(
                    header,
                    ByteBuffer.wrap(frame, Header.LENGTH, i - Header.LENGTH).slice());
        }
    }

    @Test
    void garbageIsRefused() {
        Random random = new Random(42);
        for (int round = 0; round < 50_000; round++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            for (int i = 0; i + 4 <= body.length && random.nextBoolean(); i += 4) {
                body[i] = body[i + 1] = body[i + 2] = 0; // Small numbers reach deeper into a layout.
            }
            Header header = new Header(Header.PROTOCOL, random.nextInt(80), RequestId.NONE, body.length);
            readOrRefuse(header, ByteBuffer.wrap(body));
        }
    }

    @Test
    void causesNestedWithoutEndAreRefused() {
        BodyWriter body = new BodyWriter().putInt(3);
        for (int i = 0; i < 100_000; i++) {
            body.putString("E").putBoolean(false).putInt(0).putBoolean(true);
        }
        ByteBuffer frame = ByteBuffer.wrap(body.frame(30, RequestId.NONE)).position(Header.LENGTH);
        Header header = new Header(Header.PROTOCOL, 30, RequestId.NONE, frame.remaining());
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> MessageCodec.decode(header, frame))
                .withMessageContaining("nested causes");
    }

    @Test
    void aFieldOutOfRangeIsRefusedWithItsReason() {
        ByteBuffer body = ByteBuffer.allocate(4).putInt(-5).flip();
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> MessageCodec.decode(new Header(Header.PROTOCOL, 2, RequestId.NONE, 4), body))
                .withMessageContaining("WELCOME")
                .withMessageContaining("-5");
    }

    @Test
    void anUnknownTypeNamesBothVersions() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> MessageCodec.decode(new Header(6, 99, RequestId.NONE, 0), ByteBuffer.allocate(0)))
                .withMessageContaining("unknown type 99")
                .withMessageContaining("the peer 6");
    }

    @Test
    void aHeaderOfAnotherKindOrLengthIsRefused() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Header.read(ByteBuffer.wrap("HTTP/1.1 200 OK\r\n".getBytes())))
                .withMessageContaining("0x4854");
        ByteBuffer tooLong = ByteBuffer.allocate(Header.LENGTH);
        new Header(1, 1, RequestId.NONE, Header.MAX_BODY + 1).write(tooLong);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Header.read(tooLong.flip()))
                .withMessageContaining("limit");
    }

    private static void readOrRefuse(Header header, ByteBuffer body) {
        try {
            assertThat(MessageCodec.decode(header, body)).isNotNull();
        } catch (ProtocolException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
