package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * How engines come: a call asks for slots to be filled, a process is launched for each (not too many at a time), and it
 * joins by bringing its token. A call completes when all its slots have joined, and fails as soon as one cannot.
 */
final class Launches {

    /** What a process that has not joined may have written, for the listener. */
    private static final int EARLY_CHARACTERS = 8 << 10;

    private static final String CLOSED = "No engine was started: the controller is closed.";

    /** What launches depend on. */
    record Settings(int atOnce, Duration startTimeout, Supplier<String> tokens, Controller.House house) {}

    private final Roster roster;
    private final Alarms alarms;
    private final Departures departures;
    private final StartCalls calls;
    private final Settings settings;
    private final Queue<Slot> queue = new ArrayDeque<>();
    private int launching;
    private long launches;
    private boolean closing;

    Launches(Roster roster, Alarms alarms, Departures departures, StartCalls calls, Settings settings) {
        this.roster = roster;
        this.alarms = alarms;
        this.departures = departures;
        this.calls = calls;
        this.settings = settings;
    }

    void start(Turn turn, Event.Start event) {
        if (closing) {
            calls.failed(turn, event.call(), CLOSED);
        } else if (event.settings().attached()) {
            attach(turn, event);
        } else if (event.count() <= 0) {
            calls.started(turn, event.call(), List.of());
        } else {
            List<Slot> added = roster.add(event.count(), turn.now());
            added.forEach(slot -> slot.settings(event.settings()));
            await(turn, event.call(), added);
        }
    }

    /** One engine for one JVM. */
    private void attach(Turn turn, Event.Start event) {
        long pid = event.settings().attachTo();
        for (Slot slot : roster.slots()) {
            boolean there = slot.joined()
                    ? slot.pid() == pid
                    : slot.launching() && slot.settings().attachTo() == pid;
            if (there && !slot.stopping()) {
                String which = slot.id().isLocal() ? "local" : "engine " + slot.id();
                calls.failed(turn, event.call(), "JVM " + pid + " is " + which + " already.");
                return;
            }
        }
        List<Slot> added = roster.add(1, turn.now());
        added.forEach(slot -> slot.settings(event.settings()));
        await(turn, event.call(), added);
    }

    /** Fresh processes in slots; also local for the first time. All of them, or none if one of the slots is not there. */
    void restart(Turn turn, RequestId call, Collection<EngineId> engines) {
        if (closing) {
            calls.failed(turn, call, CLOSED);
            return;
        }
        for (EngineId engine : engines) {
            if (!engine.isLocal()
                    && roster.slot(engine).filter(slot -> !slot.stopping()).isEmpty()) {
                String reason = "There is no engine " + engine + " to restart. `%engines` lists those that there are.";
                calls.failed(turn, call, reason);
                return;
            }
            Optional<Slot> guest =
                    roster.slot(engine).filter(slot -> slot.settings().attached());
            if (guest.isPresent()) {
                calls.failed(turn, call, notRestarted(guest.get()));
                return;
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (EngineId engine : new TreeSet<>(engines)) {
            slots.add(roster.slot(engine)
                    .map(slot -> vacate(turn, slot))
                    .orElseGet(() -> roster.add(engine, turn.now())));
        }
        if (slots.isEmpty()) {
            calls.started(turn, call, List.of());
        } else {
            await(turn, call, slots);
        }
    }

    private static String notRestarted(Slot slot) {
        long pid = slot.settings().attachTo();
        if (!slot.joined()) {
            return "Engine " + slot.id() + " was in JVM " + pid + ", an application that cannot be started from here."
                    + " Start it by its own means; `%engines attach` lists the JVMs that there are.";
        }
        return "Engine " + slot.id() + " lives in JVM " + pid + ", an application that cannot be restarted from here."
                + " `%engines stop " + slot.id() + "` leaves it, `%engines attach " + pid + "` enters it anew.";
    }

    /** Ends what is in the slot, to make room for another process. */
    private Slot vacate(Turn turn, Slot slot) {
        forget(slot);
        departures.dismiss(turn, slot, "it was restarted");
        slot.reset(turn.now());
        return slot;
    }

    /** Ends an engine for good; one that has not joined at once, by force. */
    void stop(Turn turn, Slot slot) {
        if (slot.joined()) {
            departures.stop(turn, slot);
            return;
        }
        forget(slot);
        departures.dismiss(turn, slot, Slot.STOPPED);
        calls.failed(turn, slot, "Engine " + slot.id() + " was stopped before it had started.");
        departures.remove(turn, slot);
        launchNext(turn);
    }

    /** It is not launched any more. */
    private void forget(Slot slot) {
        if (slot.launching()) {
            launching--;
        }
        queue.remove(slot);
    }

    /** A process says hello. Tells whether it is let in. */
    boolean join(Turn turn, ConnectionId connection, RequestId request, Message.Hello hello) {
        Slot slot = roster.slot(hello.token()).orElse(null);
        if (slot == null) {
            refuse(
                    turn,
                    connection,
                    request,
                    "The join token of process " + hello.pid() + " on " + hello.host()
                            + " is not one of this controller's, or has been used. Engines are started by `%engines"
                            + " start`.");
            return false;
        }
        slot.launch().ifPresent(launch -> alarms.cancel(new Alarm.HelloDue(launch)));
        roster.joined(slot, connection);
        slot.join(connection, hello, turn.now());
        turn.add(new Instruction.Send(
                List.of(connection),
                request,
                new Message.Welcome(
                        slot.id(), settings.house().token(), settings.house().spool())));
        turn.add(new Instruction.Show(slot.status()));
        turn.add(new Instruction.TellJoined(slot.id()));
        if (!slot.early.isEmpty()) {
            turn.add(new Instruction.TellOutput(slot.id(), StreamKind.STDERR, slot.early.toString()));
            slot.early.setLength(0);
        }
        calls.joined(turn, slot);
        launching--;
        launchNext(turn);
        return true;
    }

    /** A peer of another protocol version is not let in. */
    void foreign(Turn turn, Event.Foreign event) {
        refuse(
                turn,
                event.connection(),
                event.request(),
                "The controller speaks protocol " + Header.PROTOCOL
                        + ", this process speaks " + event.version()
                        + ". Use Tutti's jars of the controller's version (build Tutti again).");
    }

    void wrote(Turn turn, Slot slot, StreamKind kind, String text) {
        if (slot.joined()) {
            turn.add(new Instruction.TellOutput(slot.id(), kind, text));
        } else if (slot.early.length() < EARLY_CHARACTERS) {
            slot.early.append(text);
        }
    }

    void exited(Turn turn, Slot slot, Exit exit) {
        String tail = exit.tail().strip();
        fail(
                turn,
                slot,
                "its process ended with " + exit.how() + " before it joined. "
                        + (tail.isEmpty() ? "It wrote nothing." : "It wrote:\n" + tail));
    }

    void overdue(Turn turn, Slot slot) {
        if (slot.settings().attached()) {
            String reason = "The engine has not joined within "
                    + settings.startTimeout().toMillis() + " ms. JVM "
                    + slot.settings().attachTo() + " may be stopped or very busy; try again.";
            fail(turn, slot, reason);
            return;
        }
        fail(
                turn,
                slot,
                "its process did not join within " + settings.startTimeout().toMillis()
                        + " ms and was killed. The machine may be overloaded; `tutti doctor` checks the installation.");
    }

    /** The slot's process has not joined and will not. */
    void fail(Turn turn, Slot slot, String reason) {
        slot.launch().ifPresent(launch -> {
            alarms.cancel(new Alarm.HelloDue(launch));
            turn.add(new Instruction.Kill(launch));
        });
        roster.release(slot);
        launching--;
        abandon(
                turn,
                slot,
                slot.settings().attached() ? reason : "Engine " + slot.id() + " could not be started: " + reason);
        launchNext(turn);
    }

    /** Nothing more is launched; what is being launched is ended. */
    void close(Turn turn) {
        closing = true;
        queue.clear();
        for (Slot slot : List.copyOf(roster.slots())) {
            if (slot.state() == EngineState.STARTING) {
                slot.launch().ifPresent(launch -> {
                    alarms.cancel(new Alarm.HelloDue(launch));
                    turn.add(new Instruction.Kill(launch));
                });
                roster.release(slot);
                abandon(turn, slot, "Engine " + slot.id() + " was not started: the controller was closed meanwhile.");
            }
        }
    }

    private void abandon(Turn turn, Slot slot, String message) {
        if (!slot.id().isLocal()) {
            roster.failed(message);
        }
        if (slot.known()) {
            slot.lose(message, turn.now());
            turn.add(new Instruction.Show(slot.status()));
        } else {
            roster.remove(slot);
            turn.add(new Instruction.Hide(slot.id()));
        }
        departures.notBack(turn, slot, message);
        calls.failed(turn, slot, message);
    }

    private void await(Turn turn, RequestId call, List<Slot> slots) {
        calls.await(call, slots);
        for (Slot slot : slots) {
            queue.add(slot);
            turn.add(new Instruction.Show(slot.status()));
        }
        launchNext(turn);
    }

    private void launchNext(Turn turn) {
        while (launching < settings.atOnce() && !queue.isEmpty()) {
            Slot slot = queue.remove();
            LaunchId launch = new LaunchId(++launches);
            String token = settings.tokens().get();
            roster.launched(slot, launch, token);
            launching++;
            alarms.set(new Alarm.HelloDue(launch), turn.now(), settings.startTimeout());
            turn.add(new Instruction.Launch(launch, slot.id(), token, roster.engines(), slot.settings()));
        }
    }

    private static void refuse(Turn turn, ConnectionId connection, RequestId request, String reason) {
        turn.add(new Instruction.Send(List.of(connection), request, new Message.Refused(reason)));
        turn.add(new Instruction.Disconnect(connection));
    }
}
