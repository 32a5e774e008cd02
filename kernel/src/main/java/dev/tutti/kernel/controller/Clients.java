package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.SessionId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients that have shown the token, and whose session is whose. */
final class Clients {

    private final Map<Long, Client> clients = new LinkedHashMap<>();
    private final Map<ConnectionId, Client> byConnection = new HashMap<>();
    private final Map<SessionId, Client> servers = new HashMap<>();

    /** One in another process, with a session of its own if it asks for 0. Kernels count theirs upwards from 1. */
    Client join(long number, ConnectionId connection, SessionId asked) {
        boolean own = asked.value() == 0;
        SessionId session = own ? new SessionId(-number) : asked;
        Client client = new Client(number, Optional.of(connection), session, own);
        byConnection.put(connection, client);
        if (own) {
            servers.put(session, client);
        }
        clients.put(number, client);
        return client;
    }

    /** One in this process. */
    Client open(long number, SessionId session) {
        Client client = new Client(number, Optional.empty(), session, false);
        clients.put(number, client);
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

    /** Whether a session is some client's own, or was. */
    static boolean isOwn(SessionId session) {
        return session.value() < 0;
    }

    /** Who serves the classes of a session that is a client's own, while it is there. */
    Optional<Client> serving(SessionId session) {
        return Optional.ofNullable(servers.get(session));
    }

    List<Client> using(SessionId session) {
        return clients.values().stream()
                .filter(client -> client.session().equals(session))
                .toList();
    }

    /** Those that have been let in. */
    List<Client> welcome() {
        return clients.values().stream().filter(Client::welcome).toList();
    }

    /** Those in this process. */
    List<Client> here() {
        return clients.values().stream()
                .filter(client -> client.connection().isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }
}
