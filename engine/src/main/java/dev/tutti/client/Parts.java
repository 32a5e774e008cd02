package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * All ends that one result waits for. Parts are added before their tasks are submitted; {@link #seal} says that there
 * will be no more. Any thread; its monitor is held for moments only, and no other but a part's is taken under it.
 *
 * <p>Futures are made only when somebody waits, so that a result that nobody waits for costs little.
 */
final class Parts implements Part.Listener {

    private final Dispatcher dispatcher;
    private final String label;
    private final long createdNanos = System.nanoTime();
    private final List<Part> parts = new ArrayList<>(1);
    private boolean sealed;
    private boolean cancelAsked;
    private int ended;
    private int failed;
    private long lastEndNanos;
    private CompletableFuture<Void> done;
    private CompletableFuture<Void> change;

    Parts(Dispatcher dispatcher, String label) {
        this.dispatcher = dispatcher;
        this.label = label;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    String label() {
        return label;
    }

    /** A balanced task; the part is its sink. */
    synchronized Part add(TaskId task) {
        return add(new Part(this, task, null));
    }

    /** A direct call: a part for each target, in the order given. */
    synchronized Dispatcher.Sink add(TaskId task, List<EngineId> targets) {
        if (targets.size() == 1) {
            return add(new Part(this, task, targets.getFirst()));
        }
        Map<EngineId, Part> byEngine = new HashMap<>();
        for (EngineId target : targets) {
            byEngine.put(target, add(new Part(this, task, target)));
        }
        return new DirectSink(byEngine);
    }

    /** Parts that belong to another result too. */
    void addAll(List<Part> others) {
        synchronized (this) {
            others.forEach(this::add);
        }
        others.forEach(part -> part.listen(this));
    }

    /** A direct call, with what it is made of. */
    synchronized Dispatcher.Sink add(TaskId task, List<EngineId> targets, Inputs inputs) {
        int before = parts.size();
        Dispatcher.Sink sink = add(task, targets);
        parts.subList(before, parts.size()).forEach(part -> part.madeOf(inputs));
        return sink;
    }

    /** What the part's task is made of, should it fail. */
    synchronized Part add(TaskId task, Inputs inputs) {
        Part part = add(task);
        part.madeOf(inputs);
        return part;
    }

    private Part add(Part part) {
        if (sealed) {
            throw new IllegalStateException("All tasks of this result are known already.");
        }
        parts.add(part);
        return part;
    }

    /** There will be no more parts. */
    void seal() {
        CompletableFuture<Void> completed;
        synchronized (this) {
            sealed = true;
            completed = isDone() ? done : null;
        }
        complete(completed);
    }

    @Override
    public void ended(Part part) {
        CompletableFuture<Void> changed;
        CompletableFuture<Void> completed;
        synchronized (this) {
            ended++;
            failed += part.succeeded() ? 0 : 1;
            lastEndNanos = System.nanoTime();
            changed = change;
            change = null;
            completed = isDone() ? done : null;
        }
        complete(changed);
        complete(completed);
    }

    @Override
    public void wrote(EngineId engine, StreamKind kind, String text) {
        // Each part keeps its own.
    }

    private static void complete(CompletableFuture<Void> future) {
        if (future != null) {
            future.complete(null);
        }
    }

    synchronized List<Part> all() {
        return List.copyOf(parts);
    }

    synchronized Part get(int index) {
        return parts.get(index);
    }

    synchronized int size() {
        return parts.size();
    }

    synchronized int endedCount() {
        return ended;
    }

    synchronized int failedCount() {
        return failed;
    }

    synchronized boolean isSealed() {
        return sealed;
    }

    synchronized boolean isDone() {
        return sealed && ended == parts.size();
    }

    long createdNanos() {
        return createdNanos;
    }

    synchronized long lastEndNanos() {
        return ended == 0 ? createdNanos : lastEndNanos;
    }

    /** Done when all have ended. */
    synchronized CompletableFuture<Void> done() {
        if (done == null) {
            done = new CompletableFuture<>();
            if (isDone()) {
                done.complete(null);
            }
        }
        return done;
    }

    /** Waits until the condition holds, which only the end of a part can bring about. Returns whether it does. */
    boolean await(BooleanSupplier reached, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            CompletableFuture<Void> next;
            synchronized (this) {
                if (reached.getAsBoolean()) {
                    return true;
                }
                if (isDone()) {
                    return false;
                }
                if (change == null) {
                    change = new CompletableFuture<>();
                }
                next = change;
            }
            long left = nanos - (System.nanoTime() - start);
            if (left <= 0 || !Waiting.await(next, left, this::abandon)) {
                synchronized (this) {
                    return reached.getAsBoolean();
                }
            }
        }
    }

    /** Waits for all. Returns whether all have ended. */
    boolean await(long nanos) throws InterruptedException {
        return isDone() || Waiting.await(done(), nanos, this::abandon);
    }

    /** What was waiting was stopped: what it waited for is not wanted any more. */
    void abandon() {
        cancel(true);
    }

    /** Asks for the end of what has not ended. Returns whether there was such. */
    boolean cancel(boolean running) {
        return cancel(running, Optional.empty());
    }

    /** @param grace after so long an engine that still has one of the tasks gets a fresh process */
    boolean cancel(boolean running, Optional<Duration> grace) {
        Set<TaskId> open = new LinkedHashSet<>();
        synchronized (this) {
            for (Part part : parts) {
                if (!part.hasEnded()) {
                    open.add(part.task());
                }
            }
            if (open.isEmpty()) {
                return false;
            }
            cancelAsked = true;
        }
        dispatcher.cancel(new TaskMessage.Cancel(List.copyOf(open), running, grace));
        return true;
    }

    synchronized boolean cancelAsked() {
        return cancelAsked;
    }

    /** Shares out the ends of a direct call. */
    private record DirectSink(Map<EngineId, Part> parts) implements Dispatcher.Sink {

        @Override
        public Optional<Parts> owner() {
            return parts.values().stream().findAny().flatMap(Part::owner);
        }

        @Override
        public void ended(TaskEnd end) {
            if (end.engine().isEmpty()) {
                parts.values().forEach(part -> part.ended(end));
                return;
            }
            Part part = parts.get(end.engine().get());
            if (part != null) {
                part.ended(end);
            }
        }

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {
            Part part = parts.get(engine);
            if (part != null) {
                part.output(engine, kind, text);
            }
        }

        @Override
        public void progress(EngineId engine, long done, long total, String note) {
            Part part = parts.get(engine);
            if (part != null) {
                part.progress(engine, done, total, note);
            }
        }
    }
}
