package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Questions of engines that clients answer: classes of their own sessions, contexts of their closures. What several
 * engines ask at the same time is asked once.
 */
final class Relays {

    /** What is asked of whom. */
    private record Question(long client, Message message) {}

    /** An engine that waits, and under which of its numbers. */
    private record Asker(ConnectionId connection, RequestId request) {}

    /** A question on its way, under a number of ours. */
    private record Relay(Question question, List<Asker> askers) {}

    private final Roster roster;
    private final Clients clients;
    private final Supplier<RequestId> ids;
    private final Map<RequestId, Relay> open = new HashMap<>();
    private final Map<Question, Relay> asked = new HashMap<>();

    Relays(Roster roster, Clients clients, Supplier<RequestId> ids) {
        this.roster = roster;
        this.clients = clients;
        this.ids = ids;
    }

    /** A class of a session that is a client's own; one whose client is gone has none. */
    void askClass(Turn turn, ConnectionId asker, RequestId request, Message.ClassRequest question) {
        ask(turn, clients.serving(question.session()), new Asker(asker, request), question);
    }

    /** A context, of the client that made it. */
    void askContext(Turn turn, ConnectionId asker, RequestId request, TaskMessage.AskContext question) {
        ask(turn, clients.find(question.client()), new Asker(asker, request), question);
    }

    private void ask(Turn turn, Optional<Client> client, Asker asker, Message message) {
        if (client.isEmpty()) {
            answer(turn, asker, nothing(message));
            return;
        }
        Question question = new Question(client.get().number(), message);
        Relay same = asked.get(question);
        if (same != null) {
            same.askers().add(asker);
            return;
        }
        Relay relay = new Relay(question, new ArrayList<>(List.of(asker)));
        RequestId id = ids.get();
        open.put(id, relay);
        asked.put(question, relay);
        client.get().tell(turn, id, message);
    }

    /** Something that a client says. Tells whether it answers a question. */
    boolean answered(Turn turn, Client client, RequestId request, Message answer) {
        Relay relay = open.get(request);
        if (relay == null || relay.question().client() != client.number()) {
            return false;
        }
        boolean fits = switch (answer) {
            case Message.ClassReply _ -> relay.question().message() instanceof Message.ClassRequest;
            case TaskMessage.Context _ -> relay.question().message() instanceof TaskMessage.AskContext;
            case Message.Failure _ -> true;
            default -> false;
        };
        if (fits) {
            end(turn, request, relay, answer);
        }
        return fits;
    }

    /** What it was asked will not be answered any more. */
    void clientGone(Turn turn, Client client) {
        for (Map.Entry<RequestId, Relay> entry : List.copyOf(open.entrySet())) {
            Relay relay = entry.getValue();
            if (relay.question().client() == client.number()) {
                end(turn, entry.getKey(), relay, nothing(relay.question().message()));
            }
        }
    }

    private void end(Turn turn, RequestId request, Relay relay, Message answer) {
        open.remove(request);
        asked.remove(relay.question());
        boolean noClass =
                answer instanceof Message.Failure && relay.question().message() instanceof Message.ClassRequest;
        Message told = noClass ? nothing(relay.question().message()) : answer;
        relay.askers().forEach(asker -> answer(turn, asker, told));
    }

    private static Message nothing(Message question) {
        return question instanceof Message.ClassRequest
                ? new Message.ClassReply(Optional.empty())
                : new Message.Failure("The client that made this closure is gone, and its variables with it.");
    }

    private void answer(Turn turn, Asker asker, Message answer) {
        if (roster.slot(asker.connection()).filter(Slot::reachable).isPresent()) {
            turn.add(new Instruction.Send(List.of(asker.connection()), asker.request(), answer));
        }
    }
}
