package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the engine's process begins and ends. */
final class EngineProcessTest extends EngineConversation {

    @Override
    TestEngine.Launch launch() {
        return ChildEngine::start;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "for (;;) try { Thread.sleep(1000); } catch (Throwable t) {}",
                "for (;;) System.out.println(\"flood\");",
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { for (;;) {} })); for (;;) {}",
                "List<Object> l = new ArrayList<>(); for (;;) try { for (;;) l.add(new long[1000]); } catch (Error e)"
                        + " {}",
                "for (;;) new Thread(() -> { for (;;) try { Thread.sleep(1000); } catch (Throwable t) {} }).start();",
            })
    void theEndOfTheConnectionEndsTheProcessWhateverUserCodeDoes(String statements) throws Exception {
        startAndAwaitOutput(execute(
                entry(1, false),
                cells.unwoven(
                        1,
                        "public static void do_it$() { System.out.print(1); System.out.flush(); " + statements + "}")));
        controller.hangUp();
        long asked = System.nanoTime();
        engine.awaitEnd(5_000);
        assertThat(System.nanoTime() - asked).as("nanoseconds until gone").isLessThan(2_000_000_000L);
    }

    @Test
    void shutdownIsAcknowledgedAndRunsHooks() throws Exception {
        controller.ask(run(1, "Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));"));
        assertThat(controller.ask(new Message.Shutdown()).reply()).isEqualTo(new Message.Ack());
        assertThat(engine.awaitEnd(5_000)).isZero();
    }

    @Test
    void shutdownEndsAnEngineThatRunsForEver() throws Exception {
        startAndAwaitOutput(run(1, "System.out.print(1); System.out.flush(); for (;;) {}"));
        assertThat(controller.ask(new Message.Shutdown()).reply()).isEqualTo(new Message.Ack());
        assertThat(engine.awaitEnd(5_000)).isZero();
    }

    @Test
    void userCodeMayExitAndWhatItPrintedArrives() throws Exception {
        RequestId running = controller.send(run(1, "System.out.print(\"bye\"); System.exit(7);"));
        assertThat(controller.next(running)).isInstanceOf(Message.Output.class);
        assertThat(engine.awaitEnd(5_000)).isEqualTo(7);
    }

    @Test
    void anEngineThatIsNotLetInSaysWhyAndEnds() throws Exception {
        String[] said = said(channel -> answer(channel, new Message.Refused("The join token is wrong.")));
        assertThat(said).containsExactly("3", "The controller does not let this engine in: The join token is wrong.\n");
    }

    @Test
    void aControllerOfAnotherProtocolIsToldWithBothVersions() throws Exception {
        String[] said = said(channel -> {
            ByteBuffer frame = ByteBuffer.allocate(Header.LENGTH + 4);
            new Header(9, 2, RequestId.NONE, 4).write(frame);
            channel.write(frame.rewind());
        });
        assertThat(said[0]).isEqualTo("3");
        assertThat(said[1]).contains("The controller speaks protocol 9, this engine " + Header.PROTOCOL + ".");
    }

    @Test
    void aStrangerIsNotTakenForAController() throws Exception {
        String[] said = said(channel -> channel.write(ByteBuffer.wrap("HTTP/1.1 400 Bad Request\r\n".getBytes())));
        assertThat(said[0]).isEqualTo("3");
        assertThat(said[1]).contains("does not speak Tutti's protocol");
    }

    @Test
    void aControllerThatIsNotThereIsToldWithItsPath() throws Exception {
        Process process = ChildEngine.launch(folder.resolve("nobody"));
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(error).contains("The controller at " + folder.resolve("nobody") + " cannot be reached");
    }

    /** What the controller does with a fresh connection. */
    @FunctionalInterface
    private interface Controller {
        void greet(SocketChannel channel) throws IOException;
    }

    private static void answer(SocketChannel channel, Message message) throws IOException {
        channel.write(ByteBuffer.wrap(MessageCodec.encode(RequestId.NONE, message)));
    }

    /** An engine's exit status and what it wrote to its standard error. */
    private String[] said(Controller controller) throws IOException, InterruptedException {
        Path socket = folder.resolve("t");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process process = ChildEngine.launch(socket);
            try (SocketChannel channel = server.accept()) {
                controller.greet(channel);
                String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                return new String[] {String.valueOf(process.waitFor()), error};
            }
        }
    }

    @Override
    EngineId engineId() {
        return new EngineId(0);
    }
}
