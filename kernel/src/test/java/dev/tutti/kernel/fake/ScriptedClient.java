package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The client's side of the protocol, for tests: it says what it is told to, and reads only when it is asked. */
public final class ScriptedClient implements AutoCloseable {

    /** A frame that has come. */
    public record Received(RequestId request, Message message) {}

    private final Line line;
    private long questions;

    private ScriptedClient(Line line) {
        this.line = line;
    }

    /** Connects and shows a token; whether it is let in is the first thing to be read. */
    public static ScriptedClient hello(Line line, String token, SessionId session) throws IOException {
        ScriptedClient client = new ScriptedClient(line);
        client.send(new TaskMessage.ClientHello(
                token, "0", "25", ProcessHandle.current().pid(), "here", session));
        return client;
    }

    public void send(Message message) throws IOException {
        answer(RequestId.NONE, message);
    }

    public void answer(RequestId request, Message message) throws IOException {
        line.send(MessageCodec.encode(request, message));
    }

    /** Sends bytes as they are. */
    public void raw(byte[] bytes) throws IOException {
        line.send(bytes);
    }

    /** Asks something and reads up to its answer, passing over all else. */
    public Message ask(Message question) throws IOException {
        RequestId id = new RequestId(++questions);
        answer(id, question);
        while (true) {
            Received received = next();
            if (received.request().equals(id)) {
                return received.message();
            }
        }
    }

    /** Reads up to a message of a kind, passing over others. */
    public <T extends Message> T next(Class<T> kind) throws IOException {
        while (true) {
            Message message = next().message();
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
        }
    }

    public Received next() throws IOException {
        byte[] frame = line.receive().orElseThrow(() -> new IOException("The controller has closed the connection."));
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        try {
            Header header = Header.read(bytes);
            return new Received(header.request(), MessageCodec.decode(header, bytes));
        } catch (ProtocolException e) {
            throw new IOException(e);
        }
    }

    /** Whether the controller has closed the connection; waits for something. */
    public boolean ended() throws IOException {
        return line.receive().isEmpty();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
