package dev.tutti.engine.execute;

import dev.tutti.engine.load.Application;
import dev.tutti.engine.transport.HeapReserve;
import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine's main thread: carries out, one after the other, all that runs user code or must keep its order with it:
 * cells and tasks. The reading thread submits and stops; it never waits here.
 */
public final class MainLoop {

    private static final long IDLE_MILLIS = 300;

    private final Outbox outbox;
    private final ThreadGroup ownThreads;
    private final MainQueue queue;
    private final CellRequests cells;
    private final TaskRunner tasks;
    private final HeapWatch heap = new HeapWatch();
    private final Optional<MemoryLimit> limit = MemoryLimit.asStarted();

    /**
     * Made by the thread that will run it.
     *
     * @param ownThreads the group of threads that user code's stop does not concern
     */
    public MainLoop(EngineId engine, Outbox outbox, Requests requests, ThreadGroup ownThreads, TaskWork work) {
        this.outbox = outbox;
        this.ownThreads = ownThreads;
        Sessions sessions = new Sessions(requests);
        this.queue = new MainQueue(sessions, outbox);
        this.cells = new CellRequests(engine, outbox, sessions, work);
        this.tasks = new TaskRunner(engine, outbox, queue, work);
        new Lending(engine, queue, outbox, tasks).begin();
    }

    /** Queues a request. Reading thread. */
    public void submit(RequestId id, Message.Request request) {
        queue.add(new Job.Asked(id, request));
    }

    /** Queues tasks. Reading thread. */
    public void submit(TaskMessage.Run run) {
        TaskBatch batch = new TaskBatch(run);
        List<Job> jobs = new ArrayList<>(run.runs().size());
        for (RunSpec spec : run.runs()) {
            jobs.add(new Job.Task(batch, spec));
        }
        queue.addAll(jobs);
    }

    /** Gives tasks back that have not begun: other engines may have nothing to do. Reading thread. */
    public void recall(TaskMessage.Recall recall) {
        List<RunEnd> ends = new ArrayList<>();
        for (Job.Task task : queue.removeTasks(recall.runs())) {
            ends.add(TaskRunner.stoppedBeforeItBegan(task.spec()));
        }
        if (!ends.isEmpty()) {
            outbox.send(ends);
        }
    }

    /** Stops what was submitted, queued or running, and answers. Reading thread. */
    public void stop(RequestId id, Message.Stop stop) {
        Job waiting = queue.remove(stop.execution());
        Execution running = waiting == null ? queue.running(stop.execution()) : null;
        if (running != null) {
            new Thread(ownThreads, new Stopper(id, running, outbox), "engine-stopper").start();
            return;
        }
        outbox.sendUrgent(id, new Message.Stopping(List.of()));
        if (waiting instanceof Job.Task task) {
            outbox.send(List.of(TaskRunner.stoppedBeforeItBegan(task.spec())));
        } else if (waiting instanceof Job.Asked asked) {
            outbox.send(asked.id(), CellRequests.stoppedBeforeItBegan(asked.request()));
        }
    }

    /** Ends {@link #run} when what runs now is done. Any thread. */
    public void close() {
        queue.close();
    }

    /**
     * The engine leaves a JVM that goes on: as {@link #close}, and what runs is stopped, as far as it passes stop checks or
     * heeds interrupts. Reading thread.
     */
    public void leave() {
        close();
        for (Execution running = queue.current(); running != null; running = running.outer()) {
            new Thread(ownThreads, new Stopper(RequestId.NONE, running, outbox), "engine-stopper").start();
        }
    }

    /** Carries out requests until closed. */
    public void run() {
        warmUp();
        HeapReserve.keep();
        for (Job job = queue.next(); job != null; job = queue.next()) {
            if (job instanceof Job.Task task) {
                tasks.run(task);
            } else if (job instanceof Job.Asked asked) {
                answer(asked);
            }
            if (queue.isEmpty()) {
                collectIfDue();
            }
        }
    }

    /** What is told has been sent before: nobody waits for this. The heap of an application is not ours to collect. */
    private void collectIfDue() {
        if (!Application.isThere() && heap.isDue(usedBytes())) {
            outbox.flush();
            System.gc();
            heap.collected(usedBytes());
        }
    }

    private static long usedBytes() {
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }

    private void answer(Job.Asked asked) {
        Execution execution = queue.current();
        if (limit.isPresent() && asked.request() instanceof Message.Execute) {
            limit.get().watch(execution, ownThreads, outbox);
        }
        Message.Reply reply = cells.reply(asked.request(), execution);
        HeapReserve.OF_MAIN.releaseIfShort();
        if (execution == null) {
            outbox.send(asked.id(), reply);
            return;
        }
        queue.end();
        outbox.end(reply);
        Place.leave();
        HeapReserve.keep();
    }

    /** An engine that is left alone for a moment gets ready for its first cell; one of many that start together waits. */
    private void warmUp() {
        try {
            if (queue.isIdleFor(IDLE_MILLIS)) {
                WarmUp.run();
            }
        } catch (ClassNotFoundException | InterruptedException _) {
            // Then the first cell takes a little longer.
        }
    }
}
