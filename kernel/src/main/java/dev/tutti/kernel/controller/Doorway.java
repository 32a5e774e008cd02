package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;

/** How clients come and go. */
final class Doorway {

    /** What a client's coming and going concerns. */
    record Rooms(Roster roster, TaskDesk tasks, Relays relays, EngineNews news) {}

    private final Controller.House house;
    private final Clients clients;
    private final Rooms rooms;
    private final Supplier<RequestId> ids;
    private boolean closing;

    Doorway(Controller.House house, Clients clients, Rooms rooms, Supplier<RequestId> ids) {
        this.house = house;
        this.clients = clients;
        this.rooms = rooms;
        this.ids = ids;
    }

    /** A stranger shows a token. Its welcome waits until the engines are there that start when first needed. */
    void hello(Turn turn, ConnectionId connection, RequestId request, TaskMessage.ClientHello hello) {
        if (closing) {
            refuse(turn, connection, request, "The controller is about to end.");
        } else if (!isOurs(hello.token())) {
            refuse(
                    turn,
                    connection,
                    request,
                    "The token of process " + hello.pid() + " on " + hello.host()
                            + " is not this cluster's. Connect with the connection file that the running cluster has"
                            + " written.");
        } else if (Clients.isOwn(hello.session())
                && clients.serving(hello.session()).isEmpty()) {
            refuse(
                    turn,
                    connection,
                    request,
                    "The program whose classes process " + hello.pid() + " on " + hello.host()
                            + " runs is gone, and its session with it.");
        } else {
            clients.join(ids.get().value(), connection, hello.session());
            turn.add(new Instruction.AwaitEngines(connection, request));
        }
    }

    /** The engines are there, or cannot be had: which ones there are is told in either case. */
    void enginesAwaited(Turn turn, ConnectionId connection, RequestId request) {
        clients.of(connection).ifPresent(client -> {
            rooms.news().tellNow(turn);
            client.welcome(turn, request, new TaskMessage.ClientWelcome(client.session(), house.spool()));
            enter(turn, client);
        });
    }

    /** A client in this process. */
    void opened(Turn turn, long number, SessionId session) {
        rooms.news().tellNow(turn);
        enter(turn, clients.open(number, session));
    }

    void gone(Turn turn, Client client) {
        clients.remove(client);
        rooms.relays().clientGone(turn, client);
        rooms.tasks().clientGone(turn, client);
        if (client.serving()) {
            closeSession(turn, client.session());
        }
    }

    /** From now on nobody is let in. */
    void close() {
        closing = true;
    }

    private void enter(Turn turn, Client client) {
        rooms.tasks().open(turn);
        rooms.news().welcome(turn, client);
    }

    /** Engines need a program's classes no longer than it is there. */
    private void closeSession(Turn turn, SessionId session) {
        List<ConnectionId> engines = rooms.roster().slots().stream()
                .filter(Slot::reachable)
                .flatMap(slot -> slot.connection().stream())
                .toList();
        if (!engines.isEmpty()) {
            turn.add(new Instruction.Send(engines, ids.get(), new Message.CloseSession(session)));
        }
    }

    private boolean isOurs(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), house.token().getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Turn turn, ConnectionId connection, RequestId request, String reason) {
        turn.add(new Instruction.Send(List.of(connection), request, new Message.Refused(reason)));
        turn.add(new Instruction.Disconnect(connection));
    }
}
