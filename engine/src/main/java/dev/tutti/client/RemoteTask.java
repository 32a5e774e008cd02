package dev.tutti.client;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An executor's future: a task on an engine behind it, begun when the executor is given it. Waiting for it on an engine's
 * main thread lets other tasks run there meanwhile.
 */
final class RemoteTask<T> extends FutureTask<T> {

    private final Supplier<AsyncResult<?>> submit;
    private final Function<Object, T> value;
    private volatile AsyncResult<?> result;
    private volatile Runnable whenDone = () -> {};

    /** @param value what the future gives for what the task gave */
    RemoteTask(Supplier<AsyncResult<?>> submit, Function<Object, T> value) {
        super(() -> {
            throw new IllegalStateException("This task runs on an engine.");
        });
        this.submit = submit;
        this.value = value;
    }

    /** What runs when it is done, in the thread that completes it. To be said before it begins. */
    void whenDone(Runnable next) {
        whenDone = next;
    }

    @Override
    protected void done() {
        whenDone.run();
    }

    /** Sends it; it then completes by itself. */
    void begin() {
        if (isDone()) {
            return;
        }
        AsyncResult<?> begun = submit.get();
        result = begun;
        if (isCancelled()) {
            begun.cancel(true);
        }
        begun.onDone(this::complete);
    }

    private void complete(AsyncResult<?> ended) {
        try {
            set(value.apply(ended.result()));
        } catch (TaskCancelledException _) {
            super.cancel(false);
        } catch (RuntimeException | Error e) { // whoever waits must be told
            setException(e);
        }
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        AsyncResult<?> begun = result;
        if (begun != null && !isDone()) {
            begun.await();
            complete(begun); // the callback may come later
        }
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        AsyncResult<?> begun = result;
        if (begun == null || isDone()) {
            return super.get(timeout, unit);
        }
        if (!begun.parts().await(unit.toNanos(timeout))) {
            throw new TimeoutException("After " + unit.toMillis(timeout) + " ms the task had not ended; it goes on.");
        }
        complete(begun);
        return super.get();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        AsyncResult<?> begun = result;
        if (cancelled && begun != null) {
            begun.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
