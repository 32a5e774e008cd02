package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What clients are told of the engines: the whole list, because it is short. A change is told at the end of its turn;
 * those that follow at once are told together, since hundreds of engines may start in a second.
 */
final class EngineNews {

    /** Between two lists, and for each hundred engines as much again. */
    static final Duration PERIOD = Duration.ofMillis(20);

    private static final int MANY = 100;
    private static final Alarm DUE = new Alarm.NewsDue();

    private final Roster roster;
    private final Clients clients;
    private final Alarms alarms;
    private List<EngineInfo> told = List.of();
    private List<EngineGroup> groups = List.of();
    private long seen;
    private Instant next = Instant.MIN;

    EngineNews(Roster roster, Clients clients, Alarms alarms) {
        this.roster = roster;
        this.clients = clients;
        this.alarms = alarms;
    }

    /** A newcomer hears first of all which there are. To be called when {@link #tellNow} has told the others. */
    void welcome(Turn turn, Client newcomer) {
        newcomer.tell(turn, RequestId.NONE, new TaskMessage.EnginesChanged(engines(), roster.groups(), List.of()));
    }

    /** The turn ends. */
    void settle(Turn turn) {
        if (clients.isEmpty()) {
            roster.takeFailures(); // who comes later has not waited for these engines
            return;
        }
        if (seen == roster.changes() || alarms.isSet(DUE)) {
            return;
        }
        if (turn.now().isBefore(next)) {
            alarms.set(DUE, turn.now(), Duration.between(turn.now(), next));
        } else {
            tellNow(turn);
        }
    }

    /** Something follows that clients understand only if they know the engines. */
    void tellNow(Turn turn) {
        alarms.cancel(DUE);
        if (seen == roster.changes()) {
            return;
        }
        seen = roster.changes();
        List<EngineInfo> now = engines();
        next = turn.now().plus(PERIOD.multipliedBy(1 + now.size() / MANY));
        List<String> failures = roster.takeFailures();
        List<EngineGroup> named = roster.groups();
        if (!now.equals(told) || !named.equals(groups) || !failures.isEmpty()) {
            told = now;
            if (!named.equals(groups)) {
                groups = named;
                turn.add(new Instruction.ShowGroups(groups));
            }
            TaskMessage.EnginesChanged news = new TaskMessage.EnginesChanged(now, groups, failures);
            clients.welcome().forEach(client -> client.tell(turn, RequestId.NONE, news));
        }
    }

    private List<EngineInfo> engines() {
        return roster.slots().stream()
                .filter(slot -> !slot.id().isLocal())
                .map(Slot::info)
                .toList();
    }
}
