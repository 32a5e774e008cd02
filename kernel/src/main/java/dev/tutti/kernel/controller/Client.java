package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import java.util.List;
import java.util.Optional;

/** Somebody who has tasks: a program, the code in an engine, the kernel. */
final class Client {

    private final long number;
    private final Optional<ConnectionId> connection;
    private final SessionId session;
    private final boolean serving;
    private boolean welcome;

    /** Output of its tasks that it does not read. */
    final Congestion congestion;

    /**
     * A client.
     *
     * @param number its name in this controller, never used again
     * @param connection how it is reached; none for one in this process
     * @param session the session that its tasks use
     * @param serving whether it is asked for that session's classes
     */
    Client(long number, Optional<ConnectionId> connection, SessionId session, boolean serving) {
        this.number = number;
        this.connection = connection;
        this.session = session;
        this.serving = serving;
        this.welcome = connection.isEmpty();
        this.congestion = new Congestion(number);
    }

    long number() {
        return number;
    }

    Optional<ConnectionId> connection() {
        return connection;
    }

    SessionId session() {
        return session;
    }

    /** Whether its session is its own, whose classes it serves. */
    boolean serving() {
        return serving;
    }

    /** Whether it is in: nothing else is said to it before its welcome. */
    boolean welcome() {
        return welcome;
    }

    /** Lets it in. */
    void welcome(Turn turn, RequestId request, Message answer) {
        welcome = true;
        tell(turn, request, answer);
    }

    /** Says something to it, wherever it is. */
    void tell(Turn turn, RequestId request, Message message) {
        turn.add(
                connection.isPresent()
                        ? new Instruction.Send(List.of(connection.get()), request, message)
                        : new Instruction.TellClient(number, request, message));
    }
}
