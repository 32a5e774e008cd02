package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.RequestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives waiting tasks to engines with room, in rounds: one task of each client after the other; of a client those of the
 * highest priority first, then those that have been in line longest. Each engine gets what a round gives it in one frame
 * for each client.
 */
final class Placement {

    private final Clients clients;
    private final Engines engines;
    private final Room room;
    private final Choice choice;
    private final Runs runs;
    private final Map<Engine, List<RunFrame>> frames = new LinkedHashMap<>();
    private long round;
    private long given;
    private boolean ahead;

    Placement(Clients clients, Engines engines, Room room, Choice choice, Runs runs) {
        this.clients = clients;
        this.engines = engines;
        this.room = room;
        this.choice = choice;
        this.runs = runs;
    }

    /** Places what can be placed. @return whether an engine got something ahead that may be taken back */
    boolean round(Orders orders) {
        round++;
        ahead = false;
        clients.takeTurns(this::place);
        for (Map.Entry<Engine, List<RunFrame>> entry : frames.entrySet()) {
            Engine engine = entry.getKey();
            entry.getValue().forEach(frame -> orders.add(frame.to(List.of(engine.id))));
            runs.turn(engine);
        }
        frames.clear();
        return ahead;
    }

    private boolean place(Client client) {
        while (true) {
            Lane lane = next(client);
            if (lane == null) {
                return false;
            }
            lane.candidates.removeIf(engine -> !room.isFor(lane.demand, engine));
            if (!lane.candidates.isEmpty()) {
                give(lane.first(), choice.of(lane.demand, lane.candidates));
                return true;
            }
        }
    }

    /** The lane whose first task is next, among those that engines may have room for; or null. */
    private Lane next(Client client) {
        Lane best = null;
        for (Lane lane : client.lanes().waiting()) {
            if (hasCandidates(lane) && (best == null || isBefore(lane.first(), best.first()))) {
                best = lane;
            }
        }
        return best;
    }

    private boolean hasCandidates(Lane lane) {
        if (lane.round != round) {
            lane.round = round;
            lane.candidates.clear();
            for (Engine engine : engines.all()) {
                if (lane.demand.allows(engine) && room.isFor(lane.demand, engine)) {
                    lane.candidates.add(engine);
                }
            }
        }
        return !lane.candidates.isEmpty();
    }

    private static boolean isBefore(BalancedTask one, BalancedTask other) {
        int priority = one.terms().balance().priority();
        int otherPriority = other.terms().balance().priority();
        return priority == otherPriority ? one.lineNumber < other.lineNumber : priority > otherPriority;
    }

    private void give(BalancedTask task, Engine engine) {
        RequestId id = runs.number();
        task.client().lanes().remove(task);
        ahead |= runs.start(id, engine, task).ahead && engine.active() > 1;
        engine.lastGiven = ++given;
        frame(engine, task.submission).add(id, task);
    }

    private RunFrame frame(Engine engine, Submission submission) {
        List<RunFrame> ofEngine = frames.computeIfAbsent(engine, _ -> new ArrayList<>(1));
        for (RunFrame frame : ofEngine) {
            if (frame.isOf(submission.session(), submission.client().number(), List.of())) {
                return frame;
            }
        }
        RunFrame frame = new RunFrame(submission.session(), submission.client().number(), List.of());
        ofEngine.add(frame);
        return frame;
    }
}
