package dev.tutti.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks that are waited for together, whichever views they came from. Give it to views with
 * {@link LoadBalancedView#group}. Any thread. After Parallel Python's job groups.
 */
public final class JobGroup {

    private static final int FEW = 64;

    private final String name;
    private List<Parts> open = new ArrayList<>();
    private int many = FEW;

    private JobGroup(String name) {
        this.name = name;
    }

    public static JobGroup named(String name) {
        return new JobGroup(name);
    }

    public String name() {
        return name;
    }

    synchronized void add(Parts parts) {
        open.add(parts);
        // What has ended is not kept: a group may live as long as its session. Looked for at each doubling, so that
        // adding costs the same however many are open.
        if (open.size() >= many) {
            open = new ArrayList<>(unended());
            many = Math.max(FEW, 2 * open.size());
        }
    }

    private List<Parts> unended() {
        return open.stream().filter(parts -> !parts.isDone()).toList();
    }

    /** How many submissions have not ended. */
    public synchronized int unfinished() {
        return unended().size();
    }

    /** How many submissions are remembered. */
    synchronized int remembered() {
        return open.size();
    }

    /** Waits until all that was submitted has ended, however it did. If it is stopped meanwhile, the tasks are cancelled. */
    public void await() throws InterruptedException {
        await(Duration.ofNanos(Long.MAX_VALUE));
    }

    /** As {@link #await()}. @return whether all have ended in time; else the work goes on */
    public boolean await(Duration timeout) throws InterruptedException {
        List<Parts> waited;
        synchronized (this) {
            waited = unended();
        }
        return Waiting.awaitAll(waited, AsyncResult.nanos(timeout));
    }

    /** Asks for the end of all that has not ended. */
    public void cancel(boolean running) {
        List<Parts> all;
        synchronized (this) {
            all = unended();
        }
        all.forEach(parts -> parts.cancel(running));
    }

    @Override
    public String toString() {
        return "JobGroup '" + name + "': " + unfinished() + " unfinished";
    }
}
