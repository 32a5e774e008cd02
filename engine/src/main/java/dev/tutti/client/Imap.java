package dev.tutti.client;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The results of a map whose input may be endless, in the order of the input or, after {@link #unordered}, as they come.
 * Its input is read by the thread {@code imap-reader} while tasks are outstanding, whether or not results are taken, but
 * never so far that more than {@value #UNTAKEN} results wait to be taken. An exception of the input is thrown to whoever
 * takes what comes after the last element.
 *
 * <p>One thread takes results. {@link #close} stops the reading and cancels what is outstanding.
 *
 * @param <R> the results
 */
public final class Imap<R> implements Iterable<R>, AutoCloseable {

    /** So many tasks for each engine are outstanding unless something else is asked for. */
    static final int OUTSTANDING_PER_ENGINE = 4;

    private static final int UNTAKEN = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int most;

    // Guarded by the lock.
    private final Queue<AsyncResult<R>> submitted = new ArrayDeque<>();
    private int outstanding;
    private boolean ordered = true;
    private boolean readAll;
    private boolean closed;
    private Throwable inputError;

    private Imap(int most) {
        this.most = most;
    }

    static <A, R> Imap<R> start(Iterator<? extends A> input, Function<Object, AsyncResult<R>> submit, int outstanding) {
        Imap<R> imap = new Imap<>(outstanding);
        Thread reader = new Thread(() -> imap.read(input, submit), "imap-reader");
        reader.setDaemon(true);
        reader.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        reader.start();
        return imap;
    }

    /** From now on results are given as they come. */
    public Imap<R> unordered() {
        lock.lock();
        try {
            ordered = false;
            return this;
        } finally {
            lock.unlock();
        }
    }

    /** Takes results until the input ends, or it is closed. */
    @Override
    public Iterator<R> iterator() {
        return new Results();
    }

    /** The results as a stream; closing it closes this. */
    public Stream<R> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(this::close);
    }

    /** Reads no more, and cancels what is outstanding. */
    @Override
    public void close() {
        Queue<AsyncResult<R>> left;
        lock.lock();
        try {
            closed = true;
            left = new ArrayDeque<>(submitted);
            submitted.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(result -> result.cancel(true));
    }

    private void read(Iterator<? extends Object> input, Function<Object, AsyncResult<R>> submit) {
        try {
            while (mayRead() && input.hasNext()) {
                AsyncResult<R> result = submit.apply(input.next());
                add(result);
                result.onDone(_ -> ended());
            }
            finish(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(e);
        } catch (RuntimeException | Error e) { // the input is user code
            finish(e);
        }
    }

    private boolean mayRead() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && (outstanding >= most && most > 0 || submitted.size() >= Math.max(UNTAKEN, most))) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void add(AsyncResult<R> result) {
        lock.lock();
        try {
            if (!closed) {
                submitted.add(result);
            }
            outstanding++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ended() {
        lock.lock();
        try {
            outstanding--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void finish(Throwable error) {
        lock.lock();
        try {
            readAll = true;
            inputError = error;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next result that has been submitted (ordered) or has ended (unordered); none at the end. */
    private Optional<AsyncResult<R>> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                AsyncResult<R> next = ordered ? submitted.peek() : firstEnded();
                if (next != null) {
                    submitted.remove(next);
                    changed.signalAll();
                    return Optional.of(next);
                }
                if (closed || readAll && submitted.isEmpty()) {
                    return Optional.empty();
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private AsyncResult<R> firstEnded() {
        for (AsyncResult<R> result : submitted) {
            if (result.isDone()) {
                return result;
            }
        }
        return null;
    }

    private void throwInputError() {
        Throwable error;
        lock.lock();
        try {
            error = inputError;
            inputError = null;
        } finally {
            lock.unlock();
        }
        switch (error) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("The reading of the input was interrupted.", error);
        }
    }

    private final class Results implements Iterator<R> {

        private AsyncResult<R> next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                try {
                    next = take().orElse(null);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    close();
                    throw new TaskCancelledException("The thread was interrupted while it waited for the next result.");
                }
                if (next == null) {
                    throwInputError();
                }
            }
            return next != null;
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more results.");
            }
            AsyncResult<R> taken = next;
            next = null;
            return taken.result();
        }
    }
}
