package dev.tutti.client;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The results of a map whose input may be endless, in the order of the input or, after {@link #unordered}, as they come.
 * Its input is read by the thread {@code imap-reader} while tasks are outstanding, whether or not results are taken, but
 * never so far that more than {@value #UNTAKEN} results wait to be taken. An exception of the input is thrown to whoever
 * takes what comes after the last element. An element that failed throws where its turn is; what comes after it can
 * still be taken.
 *
 * <p>One thread takes results. {@link #close} stops the reading and cancels what is outstanding; so does a stop of the
 * cell or task that waits for a result.
 *
 * @param <R> the results
 */
public final class Imap<R> implements Iterable<R>, AutoCloseable {

    /** So many tasks for each engine are outstanding unless something else is asked for. */
    static final int OUTSTANDING_PER_ENGINE = 4;

    private static final int UNTAKEN = 10_000;

    private final int most;
    private final Thread reader;

    // Guarded by this.
    private final Queue<AsyncResult<R>> submitted = new ArrayDeque<>();
    private CompletableFuture<Void> change = new CompletableFuture<>();
    private int outstanding;
    private boolean ordered = true;
    private boolean readAll;
    private boolean closed;
    private Throwable inputError;

    private Imap(Iterator<?> input, Function<Object, AsyncResult<R>> submit, int most) {
        this.most = most;
        this.reader = new Thread(() -> read(input, submit), "imap-reader");
    }

    /** @param outstanding how many tasks may be; 0: as many as there are */
    static <R> Imap<R> start(Iterator<?> input, Function<Object, AsyncResult<R>> submit, int outstanding) {
        Imap<R> imap = new Imap<>(input, submit, outstanding);
        imap.reader.setDaemon(true);
        imap.reader.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        imap.reader.start();
        return imap;
    }

    /** From now on results are given as they come. */
    public synchronized Imap<R> unordered() {
        ordered = false;
        return this;
    }

    /** Takes results until the input ends, or it is closed. */
    @Override
    public Iterator<R> iterator() {
        return new Taking<>(AsyncResult::result);
    }

    /** The results as a stream; closing it closes this. */
    public Stream<R> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(this::close);
    }

    /** The results with errors in place: an element that failed does not throw. */
    public Iterable<Outcome> outcomes() {
        return () -> new Taking<>(result -> {
            result.awaitOrCancel();
            return result.outcomesNow().getFirst();
        });
    }

    /** Reads no more, and cancels what is outstanding. */
    @Override
    public void close() {
        Queue<AsyncResult<R>> left;
        synchronized (this) {
            closed = true;
            left = new ArrayDeque<>(submitted);
            submitted.clear();
        }
        reader.interrupt(); // the input may wait for something
        signal();
        left.forEach(result -> result.cancel(true));
    }

    private void read(Iterator<?> input, Function<Object, AsyncResult<R>> submit) {
        try {
            while (mayRead() && input.hasNext()) {
                Object element = input.next();
                if (isClosed()) {
                    break;
                }
                AsyncResult<R> result = submit.apply(element);
                add(result);
                result.parts().done().thenRun(this::ended);
            }
            finish(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(e);
        } catch (Throwable e) { // the input is user code
            finish(e);
        }
    }

    private boolean mayRead() throws InterruptedException {
        while (true) {
            CompletableFuture<Void> next;
            synchronized (this) {
                boolean full = most > 0 && outstanding >= most || submitted.size() >= Math.max(UNTAKEN, most);
                if (closed || !full) {
                    return !closed;
                }
                next = change;
            }
            try {
                next.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("never completed so", e);
            }
        }
    }

    private void add(AsyncResult<R> result) {
        boolean unwanted;
        synchronized (this) {
            unwanted = closed;
            if (!unwanted) {
                submitted.add(result);
            }
            outstanding++;
        }
        signal();
        if (unwanted) {
            result.cancel(true);
        }
    }

    private void ended() {
        synchronized (this) {
            outstanding--;
        }
        signal();
    }

    private void finish(Throwable error) {
        synchronized (this) {
            readAll = true;
            inputError = closed ? null : error;
        }
        signal();
    }

    private void signal() {
        CompletableFuture<Void> told;
        synchronized (this) {
            told = change;
            change = new CompletableFuture<>();
        }
        told.complete(null);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** The next result that has been submitted (ordered) or has ended (unordered); none at the end. */
    private Optional<AsyncResult<R>> take() throws InterruptedException {
        while (true) {
            AsyncResult<R> taken;
            CompletableFuture<Void> next;
            synchronized (this) {
                taken = ordered ? submitted.peek() : firstEnded();
                submitted.remove(taken);
                if (taken == null && (closed || readAll && submitted.isEmpty())) {
                    return Optional.empty();
                }
                next = change;
            }
            if (taken != null) {
                signal();
                return Optional.of(taken);
            }
            Waiting.await(next, Long.MAX_VALUE, this::close);
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
        synchronized (this) {
            error = inputError;
            inputError = null;
        }
        switch (error) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("The input could not be read on: " + error, error);
        }
    }

    /** Takes one result after the other. @param <T> what is made of each */
    private final class Taking<T> implements Iterator<T> {

        private final Function<AsyncResult<R>, T> made;
        private AsyncResult<R> next;

        Taking(Function<AsyncResult<R>, T> made) {
            this.made = made;
        }

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
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more results.");
            }
            AsyncResult<R> taken = next;
            next = null;
            return made.apply(taken);
        }
    }
}
