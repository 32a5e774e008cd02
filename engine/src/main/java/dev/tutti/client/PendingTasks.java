package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The tasks that have been sent and have not ended at all their targets, with who is told of them. An entry goes when its
 * last end comes, so that nothing here keeps results. Any thread submits; {@code client-reader} tells.
 */
final class PendingTasks {

    private final Map<Long, Entry> byTask = new ConcurrentHashMap<>();
    private volatile String lost;

    /** Of one task. @param open targets that have not ended; null if there is but one end to come */
    private static final class Entry {
        final Dispatcher.Sink sink;
        final Object kept;
        final Set<EngineId> open;

        Entry(Dispatcher.Sink sink, Object kept, Set<EngineId> open) {
            this.sink = sink;
            this.kept = kept;
            this.open = open;
        }
    }

    /**
     * Before a task is sent.
     *
     * @param kept what must not be collected before the task has ended: its function, its arguments' files
     */
    void add(TaskId task, TaskOptions options, Dispatcher.Sink sink, Object kept) {
        boolean several = options.balance().isEmpty() && options.targets().size() > 1;
        byTask.put(task.value(), new Entry(sink, kept, several ? new HashSet<>(options.targets()) : null));
    }

    /** After tasks were sent: if the connection had ended before, nobody else tells. */
    void sent() {
        if (lost != null) {
            loseAll(lost);
        }
    }

    /** Who is told of those that have not ended. */
    List<Dispatcher.Sink> sinks() {
        return byTask.values().stream().map(entry -> entry.sink).toList();
    }

    /** How many tasks have not ended. */
    int size() {
        return byTask.size();
    }

    /** @param gone told what was kept for a task, when that has ended */
    void ended(TaskEnd end, Consumer<Object> gone) {
        Entry entry = byTask.get(end.task().value());
        if (entry == null) {
            return;
        }
        boolean last = entry.open == null
                || end.engine().isEmpty()
                || lastOf(entry, end.engine().get());
        if (last) {
            byTask.remove(end.task().value());
            gone.accept(entry.kept);
        }
        entry.sink.ended(end);
    }

    private static boolean lastOf(Entry entry, EngineId engine) {
        entry.open.remove(engine);
        return entry.open.isEmpty();
    }

    void output(TaskMessage.TaskOutput output) {
        Entry entry = byTask.get(output.task().value());
        if (entry != null) {
            entry.sink.output(output.engine(), output.kind(), output.text());
        }
    }

    void progress(TaskMessage.TaskProgress progress) {
        Entry entry = byTask.get(progress.task().value());
        if (entry != null) {
            entry.sink.progress(progress.engine(), progress.done(), progress.total(), progress.note());
        }
    }

    /** The connection has ended: so have all tasks, and those that are submitted later. */
    void loseAll(String reason) {
        lost = reason;
        for (Long task : List.copyOf(byTask.keySet())) {
            Entry entry = byTask.remove(task);
            if (entry != null) {
                lose(new TaskId(task), entry, reason);
            }
        }
    }

    private static void lose(TaskId task, Entry entry, String reason) {
        long now = System.currentTimeMillis();
        TaskOutcome outcome = new TaskOutcome.Lost(reason);
        if (entry.open == null) {
            entry.sink.ended(new TaskEnd(task, Optional.empty(), outcome, now, 0, 0, 0));
            return;
        }
        for (EngineId engine : entry.open) {
            entry.sink.ended(new TaskEnd(task, Optional.of(engine), outcome, now, 0, 0, 0));
        }
    }
}
