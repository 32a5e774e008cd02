package dev.tutti.client;

import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/** An executor's future: a task on an engine behind it, begun when the executor is given it. */
final class RemoteTask<T> extends FutureTask<T> {

    private final Supplier<AsyncResult<?>> submit;
    private final Function<Object, T> value;
    private volatile AsyncResult<?> result;

    /** @param value what the future gives for what the task gave */
    RemoteTask(Supplier<AsyncResult<?>> submit, Function<Object, T> value) {
        super(() -> {
            throw new IllegalStateException("This task runs on an engine.");
        });
        this.submit = submit;
        this.value = value;
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
        begun.onDone(ended -> complete(begun));
    }

    private void complete(AsyncResult<?> ended) {
        try {
            set(value.apply(ended.result()));
        } catch (RemoteException e) {
            setException(e);
        } catch (TaskCancelledException _) {
            super.cancel(false);
        }
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
