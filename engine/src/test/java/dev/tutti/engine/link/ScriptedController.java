package dev.tutti.engine.link;

import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.transport.ReceivedFrame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/** The controller's end of a client's socket, moved by the test. */
final class ScriptedController implements Closeable {

    private final ServerSocketChannel server;
    private final Path socket;
    private Connection connection;

    ScriptedController(Path socket) throws IOException {
        this.socket = socket;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    ControllerAddress address() {
        return new ControllerAddress(socket.toString(), "secret");
    }

    void accept() throws IOException {
        connection = new Connection(server.accept());
    }

    ReceivedFrame receive() throws IOException, ProtocolException {
        return connection.receive().orElseThrow();
    }

    void send(RequestId request, Message message) throws IOException {
        connection.send(MessageCodec.encode(request, message));
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (connection != null) {
            connection.close();
        }
    }
}
