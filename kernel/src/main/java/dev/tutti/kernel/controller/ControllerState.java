package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.schedule.TaskScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

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
    private final Requests requests = new Requests(roster, alarms);
    private final Departures departures = new Departures(roster, requests, alarms);
    private final Launches launches;
    private final Clients clients = new Clients();
    private final TaskDesk tasks;
    private final ClientDesk clientDesk;
    private final Heartbeats heartbeats;
    private final Duration startTimeout;
    private final Supplier<RequestId> ids;
    private final Set<ConnectionId> strangers = new HashSet<>();
    private boolean closing;
    private boolean closed;

    /** @param ids numbers for requests of its own, from the same row as those of the calls */
    ControllerState(Launches.Settings settings, Supplier<RequestId> ids) {
        this.launches = new Launches(roster, alarms, departures, settings);
        this.tasks = new TaskDesk(roster, clients, new TaskScheduler(ids, RandomGenerator.getDefault()), ids);
        this.clientDesk = new ClientDesk(settings.house(), clients, tasks, launches, ids);
        requests.use(tasks);
        this.heartbeats = new Heartbeats(roster, alarms, ids);
        this.startTimeout = settings.startTimeout();
        this.ids = ids;
    }

    /** What follows from the event, in the order in which it is to be done. */
    List<Instruction> handle(Event event, Instant now) {
        Turn turn = new Turn(now);
        switch (event) {
            case Event.Start start -> launches.start(turn, start);
            case Event.Restart(var call, var engine) -> launches.restart(turn, call, engine);
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
                answer(turn, connection, request, new Message.ClassReply(classFile));
            case Event.EnginesAwaited(var connection, var request) ->
                clientDesk.enginesAwaited(turn, connection, request);
            case Event.KernelAnswered(long client, var request, var answer) ->
                clientDesk.kernelAnswered(turn, client, request, answer);
            case Event.ClientOpened(long client, var session) -> clientDesk.opened(turn, client, session);
            case Event.ClientSaid(long client, var request, var message) ->
                clients.find(client).ifPresent(from -> clientDesk.received(turn, from, request, message));
            case Event.ClientClosed(long client) -> clients.find(client).ifPresent(gone -> clientDesk.gone(turn, gone));
            case Event.Abort(var session, boolean running) ->
                clients.using(session).forEach(client -> tasks.abort(turn, client.number(), running));
            case Event.InputRead(var connection, var request, var bytes) ->
                answer(turn, connection, request, new Message.InputReply(bytes));
            case Event.TimePassed() -> {
                for (Optional<Alarm> due = alarms.due(now); due.isPresent(); due = alarms.due(now)) {
                    ring(turn, due.get());
                }
                tasks.timePassed(now);
            }
        }
        for (EngineId engine : tasks.flush(turn)) {
            launches.restart(turn, ids.get(), engine);
        }
        closeIfDone(turn);
        return answered(turn);
    }

    /** When to come back with {@link Event.TimePassed}: after the events that wait, since one of them may be the answer. */
    Optional<Instant> nextAlarm() {
        Optional<Instant> own = alarms.next();
        Optional<Instant> ofTasks = tasks.nextAlarm();
        return own.isEmpty() || ofTasks.filter(own.get()::isAfter).isPresent() ? ofTasks.or(() -> own) : own;
    }

    /** Starts that clients called for are answered to them, not to calls of the kernel. */
    private List<Instruction> answered(Turn turn) {
        for (Instruction instruction : List.copyOf(turn.instructions())) {
            boolean ofClient = switch (instruction) {
                case Instruction.Started(var call, var engines) -> clientDesk.started(turn, call, engines);
                case Instruction.StartFailed(var call, var reason) -> clientDesk.startFailed(turn, call, reason);
                default -> false;
            };
            if (ofClient) {
                turn.instructions().remove(instruction);
            }
        }
        return turn.instructions();
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
            fromEngine(turn, slot.get(), event);
        } else if (clients.of(event.connection()).isPresent()) {
            clientDesk.received(turn, clients.of(event.connection()).get(), event.request(), event.message());
        } else if (strangers.contains(event.connection())) {
            fromStranger(turn, event);
        }
    }

    private void fromStranger(Turn turn, Event.Received event) {
        acquaint(event.connection());
        if (event.message() instanceof TaskMessage.ClientHello hello) {
            clientDesk.hello(turn, event.connection(), event.request(), hello);
        } else if (!(event.message() instanceof Message.Hello hello)) {
            turn.add(new Instruction.Disconnect(event.connection()));
        } else if (launches.join(turn, event.connection(), event.request(), hello)) {
            roster.slot(event.connection()).ifPresent(slot -> {
                heartbeats.joined(turn, slot);
                tasks.engineJoined(turn, slot);
            });
        }
    }

    private void fromEngine(Turn turn, Slot slot, Event.Received event) {
        RequestId request = event.request();
        switch (event.message()) {
            case Message.Output output -> requests.output(turn, slot, request, output);
            case Message.ClassRequest question -> findClass(turn, event.connection(), request, question);
            case Message.InputRequest(int limit) -> {
                if (slot.id().isLocal()) {
                    turn.add(new Instruction.ReadInput(event.connection(), request, limit));
                } else {
                    answer(turn, event.connection(), request, new Message.InputReply(new byte[0]));
                }
            }
            case Message.Pong pong -> {
                slot.vitals.pong();
                slot.heap(pong);
                turn.add(new Instruction.Show(slot.status()));
                requests.reply(turn, slot, request, pong);
            }
            case Message.Done done -> {
                if (slot.id().isLocal()) {
                    turn.add(new Instruction.ForgetInput(event.connection()));
                }
                requests.reply(turn, slot, request, done);
            }
            case Message.Reply reply -> requests.reply(turn, slot, request, reply);
            case TaskMessage.AskContext question ->
                clientDesk.relays().askContext(turn, event.connection(), request, question);
            case TaskMessage message -> {
                if (!tasks.fromEngine(turn, slot, message)) {
                    String reason = "A controller does not take " + message.type() + " from an engine.";
                    answer(turn, event.connection(), request, new Message.Failure(reason));
                }
            }
            case Message.Request question -> {
                String name = question.getClass().getSimpleName();
                answer(turn, event.connection(), request, new Message.Failure("A controller does not take " + name));
            }
        }
    }

    /** The kernel's classes, or those of a client that serves its own. */
    private void findClass(Turn turn, ConnectionId asker, RequestId request, Message.ClassRequest question) {
        clients.serving(question.session())
                .ifPresentOrElse(
                        client -> clientDesk.relays().askClass(turn, asker, request, question, client),
                        () -> turn.add(new Instruction.FindClass(asker, request, question.session(), question.name())));
    }

    private void undecodable(Turn turn, Event.Undecodable event) {
        Optional<Slot> known = roster.slot(event.connection());
        Optional<Clients.Client> client = clients.of(event.connection());
        if (client.isPresent()) {
            clients.tell(turn, client.get(), event.request(), new Message.Failure(event.reason()));
            return;
        }
        if (known.isEmpty()) {
            acquaint(event.connection());
            turn.add(new Instruction.Disconnect(event.connection()));
            return;
        }
        Slot slot = known.get();
        slot.vitals.heard(turn.now());
        if (slot.cells.containsKey(event.request()) || slot.questions.contains(event.request())) {
            requests.reply(turn, slot, event.request(), new Message.Failure(event.reason()));
        } else {
            answer(turn, event.connection(), event.request(), new Message.Failure(event.reason()));
        }
    }

    private void foreign(Turn turn, Event.Foreign event) {
        acquaint(event.connection());
        launches.foreign(turn, event);
    }

    private void disconnected(Turn turn, ConnectionId connection, Optional<String> broken) {
        acquaint(connection);
        clients.of(connection).ifPresent(client -> clientDesk.gone(turn, client));
        roster.slot(connection).ifPresent(slot -> departures.disconnected(turn, slot, broken));
    }

    private void exited(Turn turn, Slot slot, Exit exit) {
        if (slot.launching()) {
            launches.exited(turn, slot, exit);
        } else {
            departures.exited(turn, slot, exit);
        }
    }

    private void answer(Turn turn, ConnectionId connection, RequestId request, Message answer) {
        if (roster.slot(connection).filter(Slot::reachable).isPresent()) {
            turn.add(new Instruction.Send(List.of(connection), request, answer));
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
