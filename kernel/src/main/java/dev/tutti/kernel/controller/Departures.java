package dev.tutti.kernel.controller;

import java.time.Duration;
import java.util.Optional;

/**
 * How engines that had joined go. Connection and process end apart from each other, in either order: whichever ends first
 * waits a moment for the other, because what was printed last comes over the one, and why it ended is known by the other.
 */
final class Departures {

    /** How long a closed connection waits for the exit code of its process. */
    static final Duration EXIT_WAIT = Duration.ofMillis(250);

    /** How long an ended process waits for what its connection still holds. */
    static final Duration DRAIN_WAIT = Duration.ofSeconds(1);

    /** How long an engine may take to end that was asked to: its shutdown hooks have one second. */
    static final Duration STOP_WAIT = Duration.ofSeconds(2);

    private final Roster roster;
    private final Requests requests;
    private final Alarms alarms;
    private boolean closing;

    Departures(Roster roster, Requests requests, Alarms alarms) {
        this.roster = roster;
        this.requests = requests;
        this.alarms = alarms;
    }

    /** From now on every departure is wanted. */
    void close() {
        closing = true;
    }

    void disconnected(Turn turn, Slot slot, Optional<String> broken) {
        forgetInput(turn, slot);
        roster.disconnected(slot);
        if (slot.settings().attached()) {
            lose(
                    turn,
                    slot,
                    broken.map(why -> "its connection was closed: " + why).orElse(left(slot)));
        } else if (broken.isPresent()) {
            slot.launch().ifPresent(launch -> turn.add(new Instruction.Kill(launch)));
            lose(turn, slot, "its connection was closed: " + broken.get());
        } else if (slot.exit().isPresent()) {
            lose(turn, slot, slot.exit().get().reason());
        } else if (!closing) {
            awaitEnd(turn, slot, EXIT_WAIT);
        }
    }

    /** Nobody watches that JVM. */
    private static String left(Slot slot) {
        return "its connection has ended, so JVM " + slot.pid() + " has probably ended too";
    }

    void exited(Turn turn, Slot slot, Exit exit) {
        slot.exited(exit);
        if (slot.connection().isEmpty()) {
            lose(turn, slot, exit.reason());
        } else {
            requests.drop(turn, slot);
            awaitEnd(turn, slot, DRAIN_WAIT);
        }
    }

    /** It has been asked to end for good. */
    void stop(Turn turn, Slot slot) {
        roster.stopping(slot);
        awaitEnd(turn, slot, STOP_WAIT);
    }

    /** The other half has not ended in time. */
    void overdue(Turn turn, Slot slot) {
        slot.launch().ifPresent(launch -> turn.add(new Instruction.Kill(launch)));
        String silent = slot.settings().attached()
                ? "it did not answer, and was left in JVM " + slot.pid()
                : "it closed its connection, though its process " + slot.pid() + " had not ended; it was killed";
        lose(turn, slot, slot.exit().map(Exit::reason).orElse(silent));
    }

    /** It does not stop, in a JVM that is not ours: there it ends with its connection, when it can. */
    void leave(Turn turn, Slot slot) {
        lose(turn, slot, "it did not stop, and was left in JVM " + slot.pid());
    }

    /** Ends what is in the slot, because something else is wanted there. */
    void dismiss(Turn turn, Slot slot, String reason) {
        slot.launch().ifPresent(launch -> {
            alarms.cancel(new Alarm.HelloDue(launch));
            alarms.cancel(new Alarm.EndDue(launch));
            turn.add(new Instruction.Kill(launch));
        });
        disconnect(turn, slot);
        roster.release(slot);
        requests.lost(turn, slot, reason);
    }

    /** A slot's process that had joined has been dismissed, and no other could be started. */
    void notBack(Turn turn, Slot slot, String reason) {
        requests.lost(turn, slot, reason);
    }

    private void lose(Turn turn, Slot slot, String reason) {
        slot.launch().ifPresent(launch -> alarms.cancel(new Alarm.EndDue(launch)));
        disconnect(turn, slot);
        roster.release(slot);
        if (slot.stopping()) {
            remove(turn, slot);
            return;
        }
        slot.lose(reason, turn.now());
        turn.add(new Instruction.Show(slot.status()));
        requests.lost(turn, slot, reason);
        if (!closing) {
            turn.add(new Instruction.TellLost(slot.id(), reason));
        }
    }

    /** The slot goes with its engine. */
    void remove(Turn turn, Slot slot) {
        slot.lose(Slot.STOPPED, turn.now());
        requests.lost(turn, slot, Slot.STOPPED);
        roster.remove(slot);
        turn.add(new Instruction.Hide(slot.id()));
        if (!closing) {
            turn.add(new Instruction.TellStopped(slot.id()));
        }
    }

    private void awaitEnd(Turn turn, Slot slot, Duration wait) {
        slot.launch().ifPresent(launch -> alarms.set(new Alarm.EndDue(launch), turn.now(), wait));
    }

    private static void disconnect(Turn turn, Slot slot) {
        forgetInput(turn, slot);
        slot.connection().ifPresent(connection -> turn.add(new Instruction.Disconnect(connection)));
    }

    /** Only local asks for input. */
    private static void forgetInput(Turn turn, Slot slot) {
        if (slot.id().isLocal()) {
            slot.connection().ifPresent(connection -> turn.add(new Instruction.ForgetInput(connection)));
        }
    }
}
