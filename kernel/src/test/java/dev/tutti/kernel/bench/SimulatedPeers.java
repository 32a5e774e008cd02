package dev.tutti.kernel.bench;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.RequestId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Thousands of engines in one process: each is a connection, one thread serves them all. Reads a join token a line from
 * standard input, and connects with it. They answer every cell at once.
 *
 * <p>Arguments: the socket, the characters of a cell's value.
 */
public final class SimulatedPeers {

    private static final int EXECUTE = 10;
    private static final int PING = 16;

    private final Selector selector = Selector.open();
    private final ConcurrentLinkedQueue<SocketChannel> joining = new ConcurrentLinkedQueue<>();
    private final ByteBuffer input = ByteBuffer.allocateDirect(64 << 10);
    private final ByteBuffer done;
    private final ByteBuffer pong = direct(new Message.Pong(1, 1, 0));

    private SimulatedPeers(int valueCharacters) throws IOException {
        Rendered value = new Rendered("v".repeat(valueCharacters), "String", 1, false);
        Outcome outcome = valueCharacters == 0 ? new Outcome.Nothing() : new Outcome.Value(value);
        done = direct(new Message.Done(outcome, 1, List.of(), List.of(), 1, 1));
    }

    public static void main(String[] arguments) throws IOException {
        SimulatedPeers peers = new SimulatedPeers(Integer.parseInt(arguments[1]));
        Thread server = new Thread(peers::serve, "peers");
        server.setDaemon(true);
        server.start();
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(arguments[0]);
        BufferedReader tokens = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String token = tokens.readLine(); token != null; token = tokens.readLine()) {
            SocketChannel channel = SocketChannel.open(address);
            Message.Hello hello = new Message.Hello(token, "0", "25", 1, "simulated");
            channel.write(ByteBuffer.wrap(MessageCodec.encode(RequestId.NONE, hello)));
            channel.configureBlocking(false);
            peers.joining.add(channel);
            peers.selector.wakeup();
        }
    }

    private void serve() {
        try {
            while (true) {
                for (SocketChannel channel = joining.poll(); channel != null; channel = joining.poll()) {
                    channel.register(selector, SelectionKey.OP_READ, new Peer(channel));
                }
                selector.select(key -> ((Peer) key.attachment()).read());
            }
        } catch (IOException e) {
            System.exit(1);
        }
    }

    private static ByteBuffer direct(Message message) {
        byte[] frame = MessageCodec.encode(RequestId.NONE, message);
        return ByteBuffer.allocateDirect(frame.length).put(frame);
    }

    /** One engine. Frames fit into the socket's buffer, so that a write is never partial. */
    private final class Peer {

        private final SocketChannel channel;
        private final ByteBuffer header = ByteBuffer.allocate(Header.LENGTH);
        private int skip;

        Peer(SocketChannel channel) {
            this.channel = channel;
        }

        void read() {
            try {
                input.clear();
                if (channel.read(input) < 0) {
                    channel.close();
                    return;
                }
                input.flip();
                while (input.hasRemaining()) {
                    take();
                }
            } catch (IOException | ProtocolException e) {
                System.exit(1);
            }
        }

        private void take() throws IOException, ProtocolException {
            if (skip > 0) {
                int count = Math.min(skip, input.remaining());
                input.position(input.position() + count);
                skip -= count;
                if (skip == 0) {
                    answer();
                }
                return;
            }
            while (header.hasRemaining() && input.hasRemaining()) {
                header.put(input.get());
            }
            if (!header.hasRemaining()) {
                skip = header.getInt(12);
                if (skip == 0) {
                    answer();
                }
            }
        }

        private void answer() throws IOException, ProtocolException {
            Header request = Header.read(header.flip());
            header.clear();
            ByteBuffer reply = request.type() == EXECUTE ? done : request.type() == PING ? pong : null;
            if (reply != null) {
                reply.putLong(4, request.request().value()).rewind();
                while (reply.hasRemaining()) {
                    channel.write(reply);
                }
            }
        }
    }
}
