package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which tasks of a client wait for which others of its. */
final class Graph {

    private final EndedTasks ended = new EndedTasks();
    private final LongTable<List<Edge>> edges = new LongTable<>();

    /** A task that waits for another, in one of its dependencies. */
    private record Edge(BalancedTask task, DependencyGroup group) {}

    /**
     * Takes in a task with prerequisites.
     *
     * @param live whether a task of the client has not ended
     * @return why they can never be met, if that is so
     */
    Optional<String> add(BalancedTask task, Predicate<TaskId> live) {
        for (DependencyGroup group : task.prerequisites.groups()) {
            for (TaskId id : List.copyOf(group.open())) {
                Optional<Ending> ending = ended.find(id);
                if (ending.isPresent()) {
                    group.ended(id, ending.get());
                } else if (id.equals(task.id()) || !live.test(id)) {
                    return Optional.of(unknown(task, id));
                }
            }
        }
        Optional<String> hindrance = task.prerequisites.hindrance();
        if (hindrance.isEmpty()) {
            connect(task);
        }
        return hindrance;
    }

    /** Remembers how a task ended, and gives the tasks that have waited for it. */
    List<BalancedTask> ended(TaskId id, Ending ending) {
        ended.add(id, ending);
        List<Edge> waiting = edges.isEmpty() ? null : edges.remove(id.value());
        if (waiting == null) {
            return List.of();
        }
        List<BalancedTask> tasks = new ArrayList<>(waiting.size());
        for (Edge edge : waiting) {
            edge.group().ended(id, ending);
            tasks.add(edge.task());
        }
        return tasks;
    }

    private void connect(BalancedTask task) {
        for (DependencyGroup group : task.prerequisites.groups()) {
            for (TaskId id : group.open()) {
                List<Edge> waiting = edges.get(id.value());
                if (waiting == null) {
                    waiting = new ArrayList<>(1);
                    edges.put(id.value(), waiting);
                }
                waiting.add(new Edge(task, group));
            }
        }
    }

    private static String unknown(BalancedTask task, TaskId id) {
        return id.equals(task.id())
                ? "it depends on itself"
                : "task " + id.value() + " is not known: it was never submitted by this client, or it is not among the "
                        + "last million of its tasks that have ended";
    }
}
