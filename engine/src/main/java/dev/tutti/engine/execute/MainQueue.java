package dev.tutti.engine.execute;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What waits for the main thread and what runs there. Any thread adds and looks; the main thread takes. A job begins in the
 * same moment in which it is taken, so that a stop finds it either waiting or running.
 */
final class MainQueue {

    private final Thread main = Thread.currentThread();
    private final Sessions sessions;
    private final Outbox outbox;
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private Execution current;
    private boolean closed;

    /** Made by the main thread. */
    MainQueue(Sessions sessions, Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    synchronized void add(Job job) {
        waiting.add(job);
        notifyAll();
    }

    synchronized void addAll(List<? extends Job> jobs) {
        waiting.addAll(jobs);
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Something that the main thread may wait for has come about. */
    synchronized void wake() {
        notifyAll();
    }

    /** Whether nothing waits. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Waits a while for a first job. Returns whether none has come, nor the end. */
    synchronized boolean isIdleFor(long millis) throws InterruptedException {
        if (waiting.isEmpty() && !closed) {
            wait(millis);
        }
        return waiting.isEmpty() && !closed;
    }

    /** The next job, begun; waits for it. Null once closed. Main thread. */
    synchronized Job next() {
        boolean flushed = false;
        while (!closed && waiting.isEmpty()) {
            if (!flushed) {
                outbox.flush();
                flushed = true;
            }
            try {
                wait();
            } catch (InterruptedException _) {
                // Threads that user code left behind may interrupt this one; that means nothing between cells.
            }
        }
        if (closed) {
            return null;
        }
        Job job = waiting.poll();
        begin(job);
        return job;
    }

    /**
     * The next task, begun, for a main thread that waits inside another one; waits for it.
     *
     * @param nanos at most so long
     * @return nothing (null) when the future is done or the time is over
     * @throws InterruptedException if the thread is interrupted or what it runs is to stop
     */
    synchronized Job.Task nextTask(CompletableFuture<?> future, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        boolean flushed = false;
        while (!future.isDone()) {
            if (closed || current.stopped() || Thread.interrupted()) {
                throw new InterruptedException();
            }
            Job.Task task = pollTask();
            if (task != null) {
                current.cover(true);
                begin(task);
                return task;
            }
            long left = nanos - (System.nanoTime() - start);
            if (left <= 0) {
                return null;
            }
            if (!flushed) {
                outbox.flush();
                flushed = true;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return null;
    }

    /** What runs has ended; what waited below it goes on. Main thread. */
    synchronized void end() {
        current = current.outer();
        if (current != null) {
            current.cover(false);
        }
    }

    /** What runs now; null if nothing does that can be stopped. */
    synchronized Execution current() {
        return current;
    }

    /** What runs, or waits below what runs, under this id; null if nothing does. */
    synchronized Execution running(RequestId id) {
        for (Execution execution = current; execution != null; execution = execution.outer()) {
            if (execution.id().value() == id.value()) {
                return execution;
            }
        }
        return null;
    }

    /** Takes out what waits under this id; null if nothing does. */
    synchronized Job remove(RequestId id) {
        for (Iterator<Job> jobs = waiting.iterator(); jobs.hasNext(); ) {
            Job job = jobs.next();
            if (job.id().value() == id.value()) {
                jobs.remove();
                return job;
            }
        }
        return null;
    }

    /** Takes out the tasks that wait under these ids, in the order in which they wait. */
    synchronized List<Job.Task> removeTasks(List<RequestId> ids) {
        Set<Long> wanted = new HashSet<>();
        ids.forEach(id -> wanted.add(id.value()));
        List<Job.Task> removed = new ArrayList<>();
        waiting.removeIf(
                job -> job instanceof Job.Task task && wanted.contains(task.id().value()) && removed.add(task));
        return removed;
    }

    private Job.Task pollTask() {
        if (waiting.peek() instanceof Job.Task first) {
            waiting.poll();
            return first;
        }
        for (Iterator<Job> jobs = waiting.iterator(); jobs.hasNext(); ) {
            if (jobs.next() instanceof Job.Task task) {
                jobs.remove();
                return task;
            }
        }
        return null;
    }

    private void begin(Job job) {
        if (job instanceof Job.Task task) {
            begin(task.id(), task.batch().run().session());
        } else if (job instanceof Job.Asked asked) {
            Message.Request request = asked.request();
            if (CellRequests.runsUserCode(request)) {
                begin(asked.id(), CellRequests.sessionOf(request));
            }
        }
    }

    private void begin(RequestId id, SessionId session) {
        outbox.begin(id);
        current = new Execution(id, sessions.of(session), main, current);
    }
}
