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
    private final long bornAfter = newestThread();
    private Stopping stopping;
    private List<Frame> where = List.of();
    private boolean ended;

    Execution(RequestId id, Session session, Thread main) {
        this.id = id;
        this.session = session;
        this.main = main;
    }

    RequestId id() {
        return id;
    }

    Session session() {
        return session;
    }

    /** Where the main thread is. */
    List<Frame> here() {
        return UserFrames.ofThread(main.getStackTrace());
    }

    /** Shuts the session's gate, unless the work has ended. Returns whether this is the first stop. */
    boolean stop(List<Frame> stoppedAt) {
        Stopping made;
        synchronized (this) {
            if (ended || stopping != null) {
                return false;
            }
            where = stoppedAt;
            made = new Stopping(main, bornAfter);
            stopping = made;
            session.stopGate.close(made);
        }
        return true;
    }

    synchronized Stopping stopping() {
        return stopping;
    }

    synchronized List<Frame> where() {
        return where;
    }

    synchronized boolean stopped() {
        return stopping != null;
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
        if (stopped()) {
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
