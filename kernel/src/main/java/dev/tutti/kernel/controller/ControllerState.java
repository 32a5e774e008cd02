package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The controller's decisions: an event and the time in, instructions out; no I/O, no thread, no clock of its own. One
 * thread at a time may use it.
 *
 * <p>What always holds: a cell ends at each of its targets in exactly one terminal event, a call is answered exactly
 * once, nothing is sent to an engine that is known to be gone, and news of a process that no longer fills its slot change
 * nothing. The form, stimulus in and instructions out, is that of the state machine of Dask's workers.
 */
final class ControllerState {

    /** How long engines may take to end by themselves at the close. */
    static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final Roster roster = new Roster();
    private final Alarms alarms = new Alarms();
    private final Clients clients = new Clients();
    private final EngineNews news = new EngineNews(roster, clients, alarms);
    private final TaskFlow flow = new TaskFlow(roster, clients, alarms);
    private final TaskDesk tasks;
    private final Requests requests;
    private final Departures departures;
    private final StartCalls calls;
    private final Launches launches;
    private final Stops stops;
    private final EngineDesk engineDesk;
    private final Doorway doorway;
    private final ClientDesk clientDesk;
    private final Heartbeats heartbeats;
    private final Duration startTimeout;
    private final Supplier<RequestId> ids;
    private final Set<ConnectionId> strangers = new HashSet<>();
    private boolean closing;
    private boolean closed;

    /** @param ids numbers for requests of its own, from the same row as those of the calls */
    ControllerState(Launches.Settings settings, Supplier<RequestId> ids) {
        this.tasks = new TaskDesk(roster, clients, flow, ids);
        this.requests = new Requests(roster, alarms, tasks);
        this.departures = new Departures(roster, requests, alarms);
        this.calls = new StartCalls(clients, news, ids);
        this.launches = new Launches(roster, alarms, departures, calls, settings);
        this.stops = new Stops(roster, clients, tasks, launches, ids);
        Relays relays = new Relays(roster, clients, ids);
        this.engineDesk = new EngineDesk(roster, requests, tasks, relays);
        this.doorway = new Doorway(settings.house(), clients, new Doorway.Rooms(roster, tasks, relays, news), ids);
        this.clientDesk = new ClientDesk(
                tasks, relays, new ClientDesk.Pool(calls, launches, stops, new GroupNames(roster, news)));
        this.heartbeats = new Heartbeats(roster, alarms, ids);
        this.startTimeout = settings.startTimeout();
        this.ids = ids;
    }

    /** What follows from the event, in the order in which it is to be done. */
    List<Instruction> handle(Event event, Instant now) {
        Turn turn = new Turn(now);
        switch (event) {
            case Event.Start start -> launches.start(turn, start);
            case Event.Restart(var call, var engine) -> launches.restart(turn, call, List.of(engine));
            case Event.Leave(var engine) -> leave(turn, engine);
            case Event.Execute execute -> requests.execute(turn, execute);
            case Event.Ask ask -> requests.ask(turn, ask);
            case Event.Stop stop -> requests.stop(turn, stop);
            case Event.Taken taken -> requests.taken(turn, taken);
            case Event.Close() -> close(turn);
            case Event.Opened(var connection) -> opened(turn, connection);
            case Event.Received received -> received(turn, received);
            case Event.Undecodable undecodable -> undecodable(turn, undecodable);
            case Event.Foreign foreign -> foreign(turn, foreign);
            case Event.Disconnected(var connection, var broken) -> disconnected(turn, connection, broken);
            case Event.LaunchFailed(var launch, var reason) ->
                roster.slot(launch).filter(Slot::launching).ifPresent(slot -> launches.fail(turn, slot, reason));
            case Event.Wrote(var launch, var kind, var text) ->
                roster.slot(launch).ifPresent(slot -> launches.wrote(turn, slot, kind, text));
            case Event.Exited(var launch, var exit) -> roster.slot(launch).ifPresent(slot -> exited(turn, slot, exit));
            case Event.ClassFound(var connection, var request, var classFile) ->
                engineDesk.answer(turn, connection, request, new Message.ClassReply(classFile));
            case Event.InputRead(var connection, var request, var bytes) ->
                engineDesk.answer(
                        turn,
                        connection,
                        request,
                        bytes.<Message>map(Message.InputReply::new)
                                .orElse(new Message.Failure("Nobody waited for this input any more.")));
            case Event.TerminalBack(var connection, var request, var exitCode) ->
                engineDesk.answer(turn, connection, request, new Message.TerminalReply(exitCode));
            case Event.EnginesAwaited(var connection, var request) -> doorway.enginesAwaited(turn, connection, request);
            case Event.KernelAnswered(long client, var request, var answer) ->
                clients.find(client).ifPresent(to -> to.tell(turn, request, answer));
            case Event.ClientOpened(long client, var session) -> doorway.opened(turn, client, session);
            case Event.ClientSaid(long client, var request, var message) ->
                clients.find(client).ifPresent(from -> clientDesk.received(turn, from, request, message));
            case Event.ClientClosed(long client) -> clients.find(client).ifPresent(gone -> doorway.gone(turn, gone));
            case Event.Writable(var connection, boolean writable) ->
                clients.of(connection).ifPresent(client -> flow.writable(turn, client, writable));
            case Event.Abort(var session, boolean running) ->
                clients.using(session).forEach(client -> tasks.abort(turn, client, running));
            case Event.TimePassed() -> {
                for (Optional<Alarm> due = alarms.due(now); due.isPresent(); due = alarms.due(now)) {
                    ring(turn, due.get());
                }
                tasks.timePassed(now);
            }
        }
        closeIfDone(turn);
        return turn.instructions();
    }

    /**
     * What follows from all that has been handled since the last call. To be called when no more events are waiting, or
     * after many of them, so that what happens at once is dealt with at once.
     */
    List<Instruction> settle(Instant now) {
        Turn turn = new Turn(now);
        for (EngineId engine : tasks.settle(turn)) {
            if (!leave(turn, engine)) {
                launches.restart(turn, calls.ofNobody(), List.of(engine));
            }
        }
        stops.settle(turn, news);
        news.settle(turn);
        return turn.instructions();
    }

    /** Tells whether it is one that can be left. */
    private boolean leave(Turn turn, EngineId engine) {
        Optional<Slot> guest =
                roster.slot(engine).filter(slot -> slot.settings().attached());
        guest.filter(Slot::joined).ifPresent(slot -> departures.leave(turn, slot));
        return guest.isPresent();
    }

    /**
     * When to come back with {@link Event.TimePassed}: after the events that wait, since one of them may be the answer. To
     * be asked when what has been handled is settled.
     */
    Optional<Instant> nextAlarm() {
        Optional<Instant> own = alarms.next();
        Optional<Instant> ofTasks = tasks.nextAlarm();
        return own.isEmpty() || ofTasks.filter(own.get()::isAfter).isPresent() ? ofTasks.or(() -> own) : own;
    }

    private void ring(Turn turn, Alarm alarm) {
        switch (alarm) {
            case Alarm.Heartbeat() -> heartbeats.beat(turn);
            case Alarm.HelloDue(var launch) -> roster.slot(launch).ifPresent(slot -> launches.overdue(turn, slot));
            case Alarm.StrangerDue(var connection) -> {
                if (strangers.remove(connection)) {
                    turn.add(new Instruction.Disconnect(connection));
                }
            }
            case Alarm.EndDue(var launch) -> roster.slot(launch).ifPresent(slot -> departures.overdue(turn, slot));
            case Alarm.StrayDue(var launch) -> roster.slot(launch).ifPresent(slot -> requests.strayDue(turn, slot));
            case Alarm.AnswerDue(var request) -> requests.expire(turn, request);
            case Alarm.DeafDue(long client) -> flow.overdue(turn, client);
            case Alarm.NewsDue() -> news.tellNow(turn);
            case Alarm.CloseDue() ->
                roster.slots().stream().filter(Slot::joined).forEach(slot -> departures.overdue(turn, slot));
        }
    }

    private void opened(Turn turn, ConnectionId connection) {
        strangers.add(connection);
        alarms.set(new Alarm.StrangerDue(connection), turn.now(), startTimeout);
    }

    private void received(Turn turn, Event.Received event) {
        Optional<Slot> slot = roster.slot(event.connection());
        if (slot.isPresent()) {
            slot.get().vitals.heard(turn.now());
            engineDesk.received(turn, slot.get(), event);
            return;
        }
        Optional<Client> client = clients.of(event.connection());
        if (client.isPresent()) {
            fromClient(turn, client.get(), event);
        } else if (strangers.contains(event.connection())) {
            fromStranger(turn, event);
        }
    }

    private void fromClient(Turn turn, Client client, Event.Received event) {
        if (client.welcome()) {
            clientDesk.received(turn, client, event.request(), event.message());
        } else {
            turn.add(new Instruction.Disconnect(event.connection()));
        }
    }

    private void fromStranger(Turn turn, Event.Received event) {
        acquaint(event.connection());
        if (event.message() instanceof TaskMessage.ClientHello hello) {
            doorway.hello(turn, event.connection(), event.request(), hello);
        } else if (!(event.message() instanceof Message.Hello hello)) {
            turn.add(new Instruction.Disconnect(event.connection()));
        } else if (launches.join(turn, event.connection(), event.request(), hello)) {
            roster.slot(event.connection()).ifPresent(slot -> {
                heartbeats.joined(turn, slot);
                tasks.engineJoined(turn, slot);
            });
        }
    }

    private void undecodable(Turn turn, Event.Undecodable event) {
        Optional<Slot> slot = roster.slot(event.connection());
        Optional<Client> client = clients.of(event.connection()).filter(Client::welcome);
        if (slot.isPresent()) {
            slot.get().vitals.heard(turn.now());
            engineDesk.undecodable(turn, slot.get(), event);
        } else if (client.isPresent()) {
            clientDesk.undecodable(turn, client.get(), event);
        } else {
            acquaint(event.connection());
            turn.add(new Instruction.Disconnect(event.connection()));
        }
    }

    private void foreign(Turn turn, Event.Foreign event) {
        acquaint(event.connection());
        launches.foreign(turn, event);
    }

    private void disconnected(Turn turn, ConnectionId connection, Optional<String> broken) {
        acquaint(connection);
        clients.of(connection).ifPresent(client -> doorway.gone(turn, client));
        roster.slot(connection).ifPresent(slot -> departures.disconnected(turn, slot, broken));
    }

    private void exited(Turn turn, Slot slot, Exit exit) {
        if (slot.launching()) {
            launches.exited(turn, slot, exit);
        } else {
            departures.exited(turn, slot, exit);
        }
    }

    private void close(Turn turn) {
        if (closing) {
            return;
        }
        closing = true;
        launches.close(turn);
        departures.close();
        requests.close();
        doorway.close();
        tasks.close(turn);
        List<ConnectionId> connections = roster.slots().stream()
                .filter(Slot::reachable)
                .flatMap(slot -> slot.connection().stream())
                .toList();
        if (!connections.isEmpty()) {
            turn.add(new Instruction.Send(connections, ids.get(), new Message.Shutdown()));
        }
        alarms.set(new Alarm.CloseDue(), turn.now(), CLOSE_WAIT);
    }

    private void closeIfDone(Turn turn) {
        if (closing && !closed && roster.slots().stream().noneMatch(Slot::joined)) {
            closed = true;
            alarms.cancel(new Alarm.CloseDue());
            turn.add(new Instruction.Closed());
        }
    }

    private void acquaint(ConnectionId connection) {
        strangers.remove(connection);
        alarms.cancel(new Alarm.StrangerDue(connection));
    }
}
