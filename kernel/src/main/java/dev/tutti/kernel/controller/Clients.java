package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients that have been let in, and whose session is whose. */
final class Clients {

    /**
     * A client.
     *
     * @param number its name in this controller, never used again
     * @param connection how it is reached; none for one in this process
     * @param session the session that its tasks use
     * @param servesClasses whether it is asked for that session's classes
     */
    record Client(long number, Optional<ConnectionId> connection, SessionId session, boolean servesClasses) {}

    private final Map<Long, Client> clients = new LinkedHashMap<>();
    private final Map<ConnectionId, Client> byConnection = new HashMap<>();
    private final Map<SessionId, Client> servers = new HashMap<>();

    /** One in another process. */
    Client join(long number, ConnectionId connection, SessionId asked) {
        boolean own = asked.value() == 0;
        // Kernels count their sessions upwards from 1.
        SessionId session = own ? new SessionId(-number) : asked;
        Client client = new Client(number, Optional.of(connection), session, own);
        byConnection.put(connection, client);
        if (own) {
            servers.put(session, client);
        }
        return add(client);
    }

    /** One in this process. */
    Client open(long number, SessionId session) {
        return add(new Client(number, Optional.empty(), session, false));
    }

    private Client add(Client client) {
        clients.put(client.number(), client);
        return client;
    }

    void remove(Client client) {
        clients.remove(client.number());
        client.connection().ifPresent(byConnection::remove);
        servers.remove(client.session(), client);
    }

    Optional<Client> of(ConnectionId connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    Optional<Client> find(long number) {
        return Optional.ofNullable(clients.get(number));
    }

    /** Who serves the classes of a session, if it is not the kernel. */
    Optional<Client> serving(SessionId session) {
        return Optional.ofNullable(servers.get(session));
    }

    List<Client> using(SessionId session) {
        return clients.values().stream()
                .filter(client -> client.session().equals(session))
                .toList();
    }

    Collection<Client> all() {
        return clients.values();
    }

    /** Says something to a client, wherever it is. */
    void tell(Turn turn, Client client, RequestId request, Message message) {
        turn.add(
                client.connection().isPresent()
                        ? new Instruction.Send(List.of(client.connection().get()), request, message)
                        : new Instruction.TellClient(client.number(), request, message));
    }
}
