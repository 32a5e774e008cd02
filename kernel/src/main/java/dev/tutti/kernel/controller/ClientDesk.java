package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;

/** What clients that have been let in say: tasks, answers, questions to the kernel, calls for engines. */
final class ClientDesk {

    private final TaskDesk tasks;
    private final Relays relays;
    private final Pool pool;

    /** What is done for those who want more, fewer or other engines. */
    record Pool(StartCalls calls, Launches launches, Stops stops, GroupNames names) {}

    ClientDesk(TaskDesk tasks, Relays relays, Pool pool) {
        this.tasks = tasks;
        this.relays = relays;
        this.pool = pool;
    }

    void received(Turn turn, Client client, RequestId request, Message message) {
        if (relays.answered(turn, client, request, message) || tasks.fromClient(turn, client, request, message)) {
            return;
        }
        switch (message) {
            case TaskMessage.StartEngines(int count, var settings) ->
                pool.launches().start(turn, new Event.Start(pool.calls().of(client, request), count, settings));
            case TaskMessage.RestartEngines(var engines) ->
                pool.launches().restart(turn, pool.calls().of(client, request), engines);
            case TaskMessage.StopEngines(var engines) -> pool.stops().stop(turn, client, request, engines);
            case TaskMessage.NameEngines(var group) -> pool.names().name(turn, client, request, group);
            case TaskMessage.AskCaptures question -> ask(turn, client, request, question);
            case TaskMessage.AskVariable question -> ask(turn, client, request, question);
            case TaskMessage.ExecuteCode question -> ask(turn, client, request, question);
            case Message.Reply _, TaskMessage.Context _ -> {
                // the answer to a question that nobody waits for any more
            }
            default -> {
                String reason = "A controller does not take " + message.type() + " from a client.";
                client.tell(turn, request, new Message.Failure(reason));
            }
        }
    }

    /**
     * A frame that cannot be read. If it is no question, tasks may be lost that the client waits for: it learns of that
     * by the end of its connection.
     */
    void undecodable(Turn turn, Client client, Event.Undecodable event) {
        Message.Failure failure = new Message.Failure(event.reason());
        if (event.request().equals(RequestId.NONE)) {
            turn.add(new Instruction.Disconnect(event.connection()));
        } else if (!relays.answered(turn, client, event.request(), failure)) {
            client.tell(turn, event.request(), failure);
        }
    }

    private static void ask(Turn turn, Client client, RequestId request, TaskMessage question) {
        SessionId session = client.session();
        turn.add(new Instruction.AskKernel(client.number(), request, Clients.isOwn(session), session, question));
    }
}
