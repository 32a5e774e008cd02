package dev.tutti.engine.execute;

import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.RequestId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A piece of work on the main thread that runs user code and can be stopped. The main thread makes and ends it, a
 * stopper's thread stops it; the monitor sees to it that no interrupt arrives after its end.
 */
final class Execution {

    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final RequestId id;
    private final Session session;
    private final Thread main;
    private final Execution outer;
    private final int depth;
    private final long bornAfter = newestThread();
    private Stopping stopping;
    private boolean wanted;
    private boolean covered;
    private List<Frame> where = List.of();
    private String why = "";
    private boolean ended;

    /** @param outer what waits, on the same thread, until this has ended; null if nothing does */
    Execution(RequestId id, Session session, Thread main, Execution outer) {
        this.id = id;
        this.session = session;
        this.main = main;
        this.outer = outer;
        this.depth = outer == null ? 0 : outer.depth + 1;
    }

    RequestId id() {
        return id;
    }

    Session session() {
        return session;
    }

    /** What waits until this has ended; null if nothing does. */
    Execution outer() {
        return outer;
    }

    /** How many wait below it. */
    int depth() {
        return depth;
    }

    /** Where the main thread is in this work. */
    List<Frame> here() {
        return UserFrames.ofThread(main.getStackTrace(), depth);
    }

    /** Asks it to end, unless it has. Returns whether this is the first stop. */
    synchronized boolean stop(List<Frame> stoppedAt) {
        return stop(stoppedAt, "");
    }

    /** As the other. @param reason a sentence for the user; empty if he has asked for it himself */
    synchronized boolean stop(List<Frame> stoppedAt, String reason) {
        if (ended || wanted) {
            return false;
        }
        where = stoppedAt;
        why = reason;
        wanted = true;
        return true;
    }

    /**
     * Shuts the session's gate for it; before that, waits until nothing runs on top of it, which is not to be stopped.
     * Returns whether it had not ended before.
     */
    synchronized boolean shut() throws InterruptedException {
        while (covered && !ended) {
            wait();
        }
        if (ended) {
            return false;
        }
        stopping = new Stopping(main, bornAfter);
        session.stopGate.close(stopping);
        return true;
    }

    /** While it waits, something else runs on the main thread, or does so no more. Main thread. */
    synchronized void cover(boolean nowCovered) {
        covered = nowCovered;
        notifyAll();
    }

    synchronized Stopping stopping() {
        return stopping;
    }

    synchronized List<Frame> where() {
        return where;
    }

    /** Why it was stopped; empty if the user has asked for it. */
    synchronized String why() {
        return why;
    }

    synchronized boolean stopped() {
        return wanted;
    }

    synchronized boolean ended() {
        return ended;
    }

    /** Wakes the main thread from whatever it waits for; not after the end. */
    synchronized void interruptMain() {
        if (!ended) {
            main.interrupt();
        }
    }

    /** Waits for the end. Returns whether it has come. */
    synchronized boolean awaitEnd(long millis) throws InterruptedException {
        if (!ended) {
            wait(millis);
        }
        return ended;
    }

    /** From now on a stop is too late. Main thread. */
    void end() {
        if (stopping() != null) {
            settle();
        }
        synchronized (this) {
            ended = true;
            if (stopping != null) {
                stopping.mainEnded(newestThread());
            }
            notifyAll();
        }
        Thread.interrupted();
    }

    /** After a stop, waits a moment for the threads of this work, so that none of them disturbs the next. */
    private void settle() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < SETTLE_NANOS
                && !ConcernedThreads.of(stopping()).isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            Thread.interrupted();
        }
    }

    /** Threads started from now on have larger ids. */
    static long newestThread() {
        return new Thread(null, null, "marker", 0, false).threadId();
    }
}
