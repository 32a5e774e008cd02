package dev.tutti.engine.execute;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs tasks, one inside the other where one waits. Main thread. */
final class TaskRunner {

    /** The end of a task that took so long is sent at once: nothing is gained by gathering few. */
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final EngineId engine;
    private final Outbox outbox;
    private final MainQueue queue;
    private final TaskWork tasks;
    private TaskClock clock;

    TaskRunner(EngineId engine, Outbox outbox, MainQueue queue, TaskWork tasks) {
        this.engine = engine;
        this.outbox = outbox;
        this.queue = queue;
        this.tasks = tasks;
    }

    /** The end of a task that was stopped while it waited for its turn: that it began at 0 says that it never did. */
    static RunEnd stoppedBeforeItBegan(RunSpec spec) {
        return new RunEnd(spec.run(), new TaskOutcome.Stopped(List.of()), 0, 0, 0);
    }

    /** Runs a task that has been taken from the queue, and sends its end. All of the user's code runs in here. */
    void run(Job.Task task) {
        Execution execution = queue.current();
        ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
        Position position = task.batch().position(engine);
        Place before = Place.enter(engine, execution.session(), position, progressOf(task.id()));
        Thread.currentThread().setContextClassLoader(execution.session().loader);
        if (clock == null) {
            clock = new TaskClock(); // an engine that runs no tasks needs none
        }
        long startedMillis = System.currentTimeMillis();
        TaskClock.Start start = clock.start();
        TaskOutcome outcome = outcome(task, execution);
        long wallNanos = clock.wallNanos(start);
        long cpuNanos = clock.cpuNanos(start, wallNanos);
        execution.end();
        if (execution.stopped()) {
            outcome = stopped(task, execution, outcome);
        }
        queue.end();
        Execution outer = execution.outer();
        RequestId next = outer == null ? RequestId.NONE : outer.id();
        outbox.end(new RunEnd(task.id(), outcome, startedMillis, wallNanos, cpuNanos), next);
        if (wallNanos >= LONG_NANOS) {
            outbox.flush();
        }
        if (outer == null) {
            Place.leave();
        } else {
            Place.restore(before);
            Thread.currentThread().setContextClassLoader(loaderBefore);
        }
    }

    /** {@link UserFrames} knows this method by its name: what is above it on the stack is the task's. */
    private TaskOutcome outcome(Job.Task task, Execution execution) {
        try {
            return task.batch().work(tasks, execution.session()).run(task.spec());
        } catch (Throwable e) {
            return new TaskOutcome.Refused("Engine " + engine + " could not run a task: " + e);
        }
    }

    private TaskOutcome stopped(Job.Task task, Execution execution, TaskOutcome outcome) {
        try {
            task.batch().work(tasks, execution.session()).discard(outcome);
        } catch (RuntimeException _) {
            // What it held is lost to the engine until its end; the stop has gone well.
        }
        BrokenClasses.tell(execution, outbox);
        return new TaskOutcome.Stopped(execution.where());
    }

    private Progress progressOf(RequestId run) {
        return (done, total, note) -> outbox.send(new TaskMessage.RunProgress(run, done, total, note));
    }
}
