package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.TaskId;
import java.util.ArrayList;
import java.util.List;

/** What the scheduler knows of a client. */
final class Client {

    private final long number;
    private final LongTable<Task> tasks = new LongTable<>();
    private final Lanes lanes = new Lanes();
    private final Graph graph = new Graph();
    private final Paces paces = new Paces();
    private int blocked;

    Client(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** Those that wait for an engine. */
    Lanes lanes() {
        return lanes;
    }

    Graph graph() {
        return graph;
    }

    Paces paces() {
        return paces;
    }

    /** The task of a number if it has not ended, or null. */
    Task task(TaskId id) {
        return tasks.get(id.value());
    }

    boolean isLive(TaskId id) {
        return task(id) != null;
    }

    void add(Task task) {
        tasks.put(task.id().value(), task);
    }

    void remove(Task task) {
        tasks.remove(task.id().value());
    }

    /** All that have not ended, in any order. */
    List<Task> tasks() {
        List<Task> all = new ArrayList<>(tasks.size());
        tasks.forEach(all::add);
        return all;
    }

    /** A task has begun to wait for others, or has ended that. */
    void countBlocked(int change) {
        blocked += change;
    }

    /** Balanced tasks that are not on an engine. */
    int unplaced() {
        return blocked + lanes.size();
    }
}
