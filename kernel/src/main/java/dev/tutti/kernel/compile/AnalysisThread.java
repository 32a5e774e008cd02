package dev.tutti.kernel.compile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one thread that answers questions about code being typed. There is room for one waiting question: a newer one
 * takes its place, because the user has typed on and nobody looks at the older answer. Background work is done in
 * pieces while no question waits.
 */
final class AnalysisThread implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AnalysisThread.class.getName());

    /** Makes an answer, publishing what is known on the way. */
    interface Question<T> {
        void work(Answer<T> answer);
    }

    private record Waiting<T>(Question<T> question, Answer<T> answer) {
        void work() {
            if (!answer.isStale()) {
                question.work(answer);
            }
            answer.finish();
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Runnable atEnd;
    private Waiting<?> waiting;
    private Thread thread;
    private boolean closed;

    /** A thread that starts with the first question and runs {@code atEnd} when it is closed. */
    AnalysisThread(Runnable atEnd) {
        this.atEnd = atEnd;
    }

    /** Asks and waits up to the deadline; returns the newest that was published by then. */
    <T> Answer<T> ask(Duration deadline, T nothing, Question<T> question) {
        Answer<T> answer = new Answer<>(nothing, System.nanoTime() + Math.max(0, deadline.toNanos()));
        lock.lock();
        try {
            if (closed) {
                answer.finish();
                return answer;
            }
            if (waiting != null) {
                waiting.answer().giveUp();
            }
            waiting = new Waiting<>(question, answer);
            wake();
        } finally {
            lock.unlock();
        }
        answer.await();
        return answer;
    }

    /** Does these when no question waits, one after the other. */
    void inBackground(List<Runnable> pieces) {
        lock.lock();
        try {
            if (!closed) {
                background.addAll(pieces);
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            background.clear();
            if (waiting != null) {
                waiting.answer().giveUp();
                waiting = null;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("kernel-analysis").unstarted(this::run);
            thread.start();
        }
        changed.signalAll();
    }

    private void run() {
        try {
            for (Runnable next = next(); next != null; next = next()) {
                runGuarded(next);
            }
            atEnd.run();
        } finally {
            lock.lock();
            thread = null;
            lock.unlock();
        }
    }

    /** The compiler is known to give up with these on some half-typed text; the next question may fare better. */
    private static void runGuarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            LOG.log(System.Logger.Level.DEBUG, "A question about code being typed was not answered.", failure);
        }
    }

    private Runnable next() {
        lock.lock();
        try {
            while (!closed && waiting == null && background.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            if (closed) {
                return null;
            }
            if (waiting == null) {
                return background.poll();
            }
            Waiting<?> taken = waiting;
            waiting = null;
            return () -> {
                try {
                    taken.work();
                } finally {
                    taken.answer().finish();
                }
            };
        } finally {
            lock.unlock();
        }
    }
}
