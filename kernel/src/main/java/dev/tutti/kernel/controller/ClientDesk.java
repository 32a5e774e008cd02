package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How clients come, ask, and go. What concerns tasks goes to {@link TaskDesk}. */
final class ClientDesk {

    /** A client's call for engines: answered when all have started, or one cannot. */
    private record Call(long client, RequestId request, Set<RequestId> awaited, List<EngineId> started) {}

    private final String token;
    private final String spool;
    private final Clients clients;
    private final Relays relays;
    private final TaskDesk tasks;
    private final Launches launches;
    private final Supplier<RequestId> ids;
    private final Map<RequestId, Call> calls = new HashMap<>();

    ClientDesk(Controller.House house, Clients clients, TaskDesk tasks, Launches launches, Supplier<RequestId> ids) {
        this.token = house.token();
        this.spool = house.spool();
        this.clients = clients;
        this.relays = new Relays(clients, ids);
        this.tasks = tasks;
        this.launches = launches;
        this.ids = ids;
    }

    Relays relays() {
        return relays;
    }

    /** A stranger shows a token. Its welcome waits until the engines are there that start when first needed. */
    void hello(Turn turn, ConnectionId connection, RequestId request, TaskMessage.ClientHello hello) {
        if (!hello.token().equals(token)) {
            String reason = "The token of process " + hello.pid() + " on " + hello.host()
                    + " is not this cluster's. Connect with the connection file that the running cluster has written.";
            turn.add(new Instruction.Send(List.of(connection), request, new Message.Refused(reason)));
            turn.add(new Instruction.Disconnect(connection));
            return;
        }
        clients.join(ids.get().value(), connection, hello.session());
        turn.add(new Instruction.AwaitEngines(connection, request));
    }

    void enginesAwaited(Turn turn, ConnectionId connection, RequestId request) {
        clients.of(connection).ifPresent(client -> {
            clients.tell(turn, client, request, new TaskMessage.ClientWelcome(client.session(), spool));
            tasks.welcome(turn, client);
        });
    }

    void opened(Turn turn, long number, SessionId session) {
        tasks.welcome(turn, clients.open(number, session));
    }

    void gone(Turn turn, Clients.Client client) {
        clients.remove(client);
        relays.clientGone(turn, client.number());
        tasks.clientGone(turn, client.number());
    }

    void received(Turn turn, Clients.Client client, RequestId request, Message message) {
        if (relays.answered(turn, client.number(), request, message)
                || message instanceof TaskMessage ofTasks && tasks.fromClient(turn, client, request, ofTasks)) {
            return;
        }
        switch (message) {
            case TaskMessage.StartEngines(int count, var settings) -> {
                RequestId call = await(client, request, 1);
                launches.start(turn, new Event.Start(call, count, settings));
            }
            case TaskMessage.RestartEngines(var engines) -> restart(turn, client, request, engines);
            case TaskMessage.StopEngines(var engines) -> {
                engines.forEach(engine -> launches.stop(turn, engine));
                clients.tell(turn, client, request, new Message.Ack());
            }
            case TaskMessage.AskCaptures question -> askKernel(turn, client, request, question);
            case TaskMessage.AskVariable question -> askKernel(turn, client, request, question);
            case TaskMessage.ExecuteCode question -> askKernel(turn, client, request, question);
            default ->
                clients.tell(
                        turn,
                        client,
                        request,
                        new Message.Failure("A controller does not take " + message.type() + " from a client."));
        }
    }

    /** The kernel's answer, for whoever is still there. */
    void kernelAnswered(Turn turn, long client, RequestId request, Message answer) {
        clients.find(client).ifPresent(to -> clients.tell(turn, to, request, answer));
    }

    /** Engines of a call have started. Tells whether it was a client's call. */
    boolean started(Turn turn, RequestId id, List<EngineId> engines) {
        Call call = calls.remove(id);
        if (call == null) {
            return false;
        }
        call.awaited().remove(id);
        call.started().addAll(engines);
        if (call.awaited().isEmpty()) {
            List<EngineId> all = call.started().stream().sorted().toList();
            answer(turn, call, new TaskMessage.EnginesStarted(all));
        }
        return true;
    }

    /** Engines of a call cannot start. Tells whether it was a client's call. */
    boolean startFailed(Turn turn, RequestId id, String reason) {
        Call call = calls.remove(id);
        if (call == null) {
            return false;
        }
        call.awaited().forEach(calls::remove);
        answer(turn, call, new Message.Failure(reason));
        return true;
    }

    private void restart(Turn turn, Clients.Client client, RequestId request, List<EngineId> engines) {
        if (engines.isEmpty()) {
            clients.tell(turn, client, request, new TaskMessage.EnginesStarted(List.of()));
            return;
        }
        Call call = new Call(client.number(), request, new HashSet<>(), new ArrayList<>());
        Map<EngineId, RequestId> restarts = new HashMap<>();
        for (EngineId engine : engines) {
            RequestId id = ids.get();
            call.awaited().add(id);
            calls.put(id, call);
            restarts.put(engine, id);
        }
        restarts.forEach((engine, id) -> launches.restart(turn, id, engine));
    }

    private RequestId await(Clients.Client client, RequestId request, int parts) {
        RequestId id = ids.get();
        Set<RequestId> awaited = new HashSet<>(parts);
        awaited.add(id);
        calls.put(id, new Call(client.number(), request, awaited, new ArrayList<>()));
        return id;
    }

    private void answer(Turn turn, Call call, Message answer) {
        clients.find(call.client()).ifPresent(to -> clients.tell(turn, to, call.request(), answer));
    }

    private static void askKernel(Turn turn, Clients.Client client, RequestId request, TaskMessage question) {
        turn.add(new Instruction.AskKernel(
                client.number(), request, client.servesClasses(), client.session(), question));
    }
}
