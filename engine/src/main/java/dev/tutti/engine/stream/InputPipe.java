package dev.tutti.engine.stream;

import dev.tutti.engine.transport.PendingReply;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;

/**
 * Standard input of the engine beside the shell: asks the controller for more when it is read. A read can be
 * interrupted; what then comes late is kept for the next read.
 */
final class InputPipe extends InputStream {

    private static final int MAX_BYTES = 8192;

    private final Requests requests;
    private final LiveArea area;
    private PendingReply asked;
    private byte[] bytes = new byte[0];
    private int position;

    InputPipe(Requests requests, LiveArea area) {
        this.requests = requests;
        this.area = area;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, target.length);
        if (count == 0) {
            return 0;
        }
        if (position == bytes.length && !more()) {
            return -1;
        }
        int taken = Math.min(count, bytes.length - position);
        System.arraycopy(bytes, position, target, from, taken);
        position += taken;
        return taken;
    }

    @Override
    public synchronized int available() {
        return bytes.length - position;
    }

    private boolean more() throws IOException {
        boolean again = asked != null; // by a read that was interrupted
        area.listen(true);
        if (!again) {
            asked = requests.ask(new Message.InputRequest(MAX_BYTES));
        }
        Message reply;
        try {
            reply = asked.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading standard input was interrupted.");
        } finally {
            area.listen(false);
        }
        asked = null;
        if (again && reply instanceof Message.Failure) {
            return more(); // the shell had given up with it
        }
        if (!(reply instanceof Message.InputReply(byte[] next))) {
            throw new IOException("The controller has no standard input for this engine: " + reply);
        }
        bytes = next;
        position = 0;
        return next.length > 0;
    }
}
