package dev.tutti.engine.execute;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;

/**
 * Lends the main thread to waiting tasks while the code that runs there waits. They run on top of it: a task that waits
 * for what lies below it on the same stack waits until the time it set itself is over. Main thread.
 */
final class Lending {

    /** Tasks that wait take stack; from here on they wait without lending, and where the stack is used up before. */
    private static final int MAX_DEPTH = 200;

    /** Set in the main thread of an engine alone. */
    private static final ThreadLocal<Lending> OF_THREAD = new ThreadLocal<>();

    private final EngineId engine;
    private final MainQueue queue;
    private final Outbox outbox;
    private final TaskRunner tasks;
    private WeakReference<CompletableFuture<?>> watched = new WeakReference<>(null);

    Lending(EngineId engine, MainQueue queue, Outbox outbox, TaskRunner tasks) {
        this.engine = engine;
        this.queue = queue;
        this.outbox = outbox;
        this.tasks = tasks;
    }

    /** The calling thread is the engine's main thread, and this what it does when it waits. */
    void begin() {
        OF_THREAD.set(this);
    }

    /** Null in all threads but the main thread of an engine. */
    static Lending ofThisThread() {
        return OF_THREAD.get();
    }

    /** Whether the code that runs can lend. Local runs no tasks: the shell's user waits for it. */
    boolean isPossible() {
        Execution current = queue.current();
        return !engine.isLocal() && current != null && current.depth() < MAX_DEPTH && StackRoom.isLeft();
    }

    /** As {@link MainThread#await}. */
    boolean await(CompletableFuture<?> future, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        if (future.isDone()) {
            return true;
        }
        RequestId waiting = queue.current().id();
        outbox.send(RequestId.NONE, new TaskMessage.RunWaits(waiting, true));
        try {
            watch(future);
            Job.Task task = queue.nextTask(future, nanos);
            while (task != null) {
                tasks.run(task);
                task = queue.nextTask(future, nanos - (System.nanoTime() - start));
            }
            return future.isDone();
        } finally {
            outbox.send(RequestId.NONE, new TaskMessage.RunWaits(waiting, false));
        }
    }

    /** Code that asks again and again whether the same future is done must not pile up watchers in it. */
    private void watch(CompletableFuture<?> future) {
        if (watched.get() != future) {
            watched = new WeakReference<>(future);
            future.whenComplete((_, _) -> queue.wake());
        }
    }
}
