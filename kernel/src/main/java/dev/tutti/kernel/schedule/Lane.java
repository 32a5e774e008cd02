package dev.tutti.kernel.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tasks of a client that ask the same of an engine: by priority, then first come first served. */
final class Lane {

    /** What they ask. */
    final Demand demand;

    /** The engines that may have room for them, in the {@link Placement} of that number. */
    final List<Engine> candidates = new ArrayList<>();

    long round;

    private final TreeMap<Integer, TaskList> byPriority = new TreeMap<>();
    private TaskList top;
    private int size;

    Lane(Demand demand) {
        this.demand = demand;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The next to be placed. Not empty. */
    BalancedTask first() {
        return top.first();
    }

    /** Puts a task where its line number says. */
    void add(BalancedTask task) {
        list(task).add(task);
        task.lane = this;
        size++;
        top = byPriority.lastEntry().getValue();
    }

    void remove(BalancedTask task) {
        TaskList list = list(task);
        list.remove(task);
        task.lane = null;
        size--;
        if (list.isEmpty()) {
            byPriority.remove(priority(task));
            top = isEmpty() ? null : byPriority.lastEntry().getValue();
        }
    }

    /** All of them, in order. */
    List<BalancedTask> tasks() {
        List<BalancedTask> tasks = new ArrayList<>(size);
        for (Map.Entry<Integer, TaskList> entry : byPriority.descendingMap().entrySet()) {
            entry.getValue().copyTo(tasks);
        }
        return tasks;
    }

    private TaskList list(BalancedTask task) {
        return byPriority.computeIfAbsent(priority(task), _ -> new TaskList());
    }

    private static int priority(BalancedTask task) {
        return task.terms().balance().priority();
    }
}
