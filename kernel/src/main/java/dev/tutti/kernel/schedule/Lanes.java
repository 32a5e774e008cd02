package dev.tutti.kernel.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tasks of a client that wait for an engine. Few lanes, however many tasks. */
final class Lanes {

    private final Map<Demand, Lane> byDemand = new HashMap<>();
    private final List<Lane> waiting = new ArrayList<>();
    private long lineNumbers;
    private int size;

    /** The lane of a demand; it is kept while tasks stand in it, or one of its submissions lives. */
    Lane of(Demand demand) {
        Lane lane = byDemand.get(demand);
        return lane == null ? new Lane(demand) : lane;
    }

    /** How many tasks wait. */
    int size() {
        return size;
    }

    /** Puts a task in line: at the end, or where it was before. */
    void add(BalancedTask task) {
        if (task.lineNumber == 0) {
            task.lineNumber = ++lineNumbers;
        }
        Lane lane = task.demandedLane();
        if (lane.isEmpty()) {
            byDemand.put(lane.demand, lane);
            waiting.add(lane);
        }
        lane.add(task);
        size++;
    }

    void remove(BalancedTask task) {
        Lane lane = task.lane;
        lane.remove(task);
        size--;
        if (lane.isEmpty()) {
            byDemand.remove(lane.demand, lane);
            waiting.remove(lane);
        }
    }

    /** Those with tasks in them. */
    List<Lane> waiting() {
        return waiting;
    }
}
