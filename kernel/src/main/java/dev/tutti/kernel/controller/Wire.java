package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Header;
import java.util.List;
import java.util.Optional;

/**
 * Carries frames between the controller and its peers, and knows no meaning. A transport implements it; the controller
 * calls it from one thread and never blocks in it. What is sent first over a connection arrives first.
 */
public interface Wire extends AutoCloseable {

    /** So much is waiting to be written to a connection when it counts as not writable; below a quarter, as writable. */
    int MUCH_WAITING = 1 << 20;

    /** With so much waiting to be written, a connection is closed. */
    int MOST_WAITING = 256 << 20;

    /** Begins to take connections. Called once, before anything else. */
    void open(Receiver receiver);

    /**
     * Writes one frame, encoded once, to many connections. Those that are closed are passed over: their end is told by
     * {@link Receiver#closed}.
     */
    void send(List<ConnectionId> connections, byte[] frame);

    /** Stops or goes on reading a connection, so that its peer blocks when it writes. Frames that are in already still come. */
    void reading(ConnectionId connection, boolean on);

    /**
     * Says that a received frame has been dealt with. A transport reads on only while not much more than a bound of
     * frames of a connection is waiting to be dealt with.
     *
     * @param bytes header and body
     */
    void taken(ConnectionId connection, int bytes);

    /** Closes a connection once what was sent has been written. */
    void close(ConnectionId connection);

    /** Closes all connections and takes no more; removes what belongs to it from the file system. */
    @Override
    void close();

    /** Is told what comes in, on the transport's threads; per connection in order. Must not block. */
    interface Receiver {

        void opened(ConnectionId connection);

        /** @param body belongs to the receiver */
        void received(ConnectionId connection, Header header, byte[] body);

        /**
         * More is waiting to be written than should, because the peer does not read, or less again. Whoever still sends
         * has it queued, up to {@link #MOST_WAITING} bytes; then the connection is closed.
         */
        void writable(ConnectionId connection, boolean writable);

        /** @param broken why this side closed it, if the peer did not speak the protocol */
        void closed(ConnectionId connection, Optional<String> broken);
    }
}
