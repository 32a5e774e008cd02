package dev.tutti.kernel.transport;

import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.kernel.controller.ConnectionId;
import dev.tutti.kernel.controller.Wire;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The transport between parts of one process: frames are handed over, not written. A peer whose frames are not read
 * blocks when it sends, as it would at a socket.
 */
public final class MemoryWire implements Wire {

    /** Handed over and not taken, before a peer blocks. */
    private static final long CREDIT = 1 << 20;

    /** Put last into a peer's queue. */
    private static final byte[] END = {};

    private final Map<ConnectionId, Peer> peers = new ConcurrentHashMap<>();
    private final AtomicLong connected = new AtomicLong();
    private volatile Receiver receiver;

    @Override
    public void open(Receiver receiver) {
        this.receiver = receiver;
    }

    /** The other end of a new connection. */
    public Peer connect() {
        Peer peer = new Peer(new ConnectionId(connected.incrementAndGet()));
        peers.put(peer.connection, peer);
        receiver.opened(peer.connection);
        return peer;
    }

    @Override
    public void send(List<ConnectionId> connections, byte[] frame) {
        for (ConnectionId connection : connections) {
            Peer peer = peers.get(connection);
            if (peer != null) {
                peer.write(frame);
            }
        }
    }

    @Override
    public void reading(ConnectionId connection, boolean on) {
        Peer peer = peers.get(connection);
        if (peer != null) {
            peer.reading(on);
        }
    }

    @Override
    public void taken(ConnectionId connection, int bytes) {
        Peer peer = peers.get(connection);
        if (peer != null) {
            peer.taken(bytes);
        }
    }

    @Override
    public void close(ConnectionId connection) {
        Peer peer = peers.get(connection);
        if (peer != null) {
            peer.end(Optional.empty());
        }
    }

    @Override
    public void close() {
        peers.values().forEach(peer -> peer.end(Optional.empty()));
    }

    /** What connects to a controller. Its methods may be called by any thread. */
    public final class Peer implements AutoCloseable {

        private final ConnectionId connection;
        private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
        private boolean read = true;
        private boolean ended;
        private long untaken;
        private long waiting;
        private boolean writable = true;

        private Peer(ConnectionId connection) {
            this.connection = connection;
        }

        /** Hands a frame over; blocks while the controller does not read. After the end it does nothing. */
        public void send(byte[] frame) throws InterruptedException {
            synchronized (this) {
                while (!ended && (!read || untaken > CREDIT)) {
                    wait();
                }
                if (ended) {
                    return;
                }
                untaken += frame.length;
            }
            try {
                Header header = Header.read(ByteBuffer.wrap(frame));
                receiver.received(connection, header, Arrays.copyOfRange(frame, Header.LENGTH, frame.length));
            } catch (ProtocolException e) {
                end(Optional.of(e.getMessage()));
            }
        }

        /** The next frame, waiting for it; nothing if none came in time, or after the end. */
        public Optional<byte[]> receive(long timeoutMillis) throws InterruptedException {
            byte[] frame = frames.poll(timeoutMillis, TimeUnit.MILLISECONDS);
            if (frame == END) {
                frames.add(END);
                return Optional.empty();
            }
            if (frame != null) {
                waits(-frame.length);
            }
            return Optional.ofNullable(frame);
        }

        private void write(byte[] frame) {
            frames.add(frame);
            if (waits(frame.length) > MOST_WAITING) {
                end(Optional.of("it does not read what it is sent"));
            }
        }

        private synchronized long waits(int more) {
            waiting += more;
            boolean enough = waiting > (writable ? MUCH_WAITING : MUCH_WAITING / 4);
            if (enough == writable) {
                writable = !enough;
                receiver.writable(connection, writable);
            }
            return waiting;
        }

        @Override
        public void close() {
            end(Optional.empty());
        }

        private synchronized void reading(boolean on) {
            read = on;
            notifyAll();
        }

        private synchronized void taken(int bytes) {
            untaken -= bytes;
            notifyAll();
        }

        private void end(Optional<String> broken) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                notifyAll();
            }
            peers.remove(connection);
            frames.add(END);
            receiver.closed(connection, broken);
        }
    }
}
