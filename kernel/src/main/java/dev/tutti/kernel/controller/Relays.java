package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions of engines that clients answer: classes of their own sessions, contexts of their closures. */
final class Relays {

    /** A question on its way: whose it is, and who was asked. */
    private record Relay(ConnectionId asker, RequestId request, long client, boolean forClass) {}

    private final Clients clients;
    private final Supplier<RequestId> ids;
    private final Map<RequestId, Relay> open = new HashMap<>();

    Relays(Clients clients, Supplier<RequestId> ids) {
        this.clients = clients;
        this.ids = ids;
    }

    void askClass(Turn turn, ConnectionId asker, RequestId request, Message.ClassRequest question, Clients.Client to) {
        ask(turn, new Relay(asker, request, to.number(), true), to, question);
    }

    void askContext(Turn turn, ConnectionId asker, RequestId request, TaskMessage.AskContext question) {
        Relay relay = new Relay(asker, request, question.client(), false);
        clients.find(question.client())
                .ifPresentOrElse(
                        client -> ask(turn, relay, client, question), () -> answer(turn, relay, nothing(relay)));
    }

    private void ask(Turn turn, Relay relay, Clients.Client to, Message question) {
        RequestId id = ids.get();
        open.put(id, relay);
        clients.tell(turn, to, id, question);
    }

    /** A client's answer. Tells whether it was one to a relayed question. */
    boolean answered(Turn turn, long client, RequestId request, Message answer) {
        Relay relay = open.get(request);
        if (relay == null || relay.client() != client) {
            return false;
        }
        open.remove(request);
        answer(turn, relay, answer);
        return true;
    }

    /** What it was asked will not be answered any more. */
    void clientGone(Turn turn, long client) {
        for (Map.Entry<RequestId, Relay> entry : List.copyOf(open.entrySet())) {
            if (entry.getValue().client() == client) {
                open.remove(entry.getKey());
                answer(turn, entry.getValue(), nothing(entry.getValue()));
            }
        }
    }

    private static Message nothing(Relay relay) {
        return relay.forClass()
                ? new Message.ClassReply(Optional.<ClassFile>empty())
                : new Message.Failure("The client that made this closure is gone, and its variables with it.");
    }

    private static void answer(Turn turn, Relay relay, Message answer) {
        turn.add(new Instruction.Send(List.of(relay.asker()), relay.request(), answer));
    }
}
