package dev.tutti.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An {@code ExecutorService} whose tasks run on whichever engine is free: {@code invokeAll}, {@code submit}, and
 * {@code CompletableFuture.supplyAsync(…, executor)} work as on a local pool, if what they are given can travel. Shutting
 * it down ends it, never the engines. Any thread.
 *
 * <p>{@code CompletableFuture} wraps its functions in objects that hold the future itself and can never travel. They are
 * taken apart by reflection, for which the JVM needs
 * {@code --add-opens java.base/java.util.concurrent=ALL-UNNAMED}; engines are started with it, other programs use that
 * flag, or {@link #supply}.
 */
public final class ClusterExecutor extends AbstractExecutorService {

    private final LoadBalancedView view;
    private final Set<AsyncResult<?>> open = new HashSet<>();
    private boolean shutdown;

    ClusterExecutor(LoadBalancedView view) {
        this.view = view;
    }

    /** As {@code CompletableFuture.supplyAsync}, in any JVM. */
    public <T> CompletableFuture<T> supply(Call<T> function) {
        return track(view.submit(function)).toCompletableFuture();
    }

    @Override
    public void execute(Runnable command) {
        if (command instanceof RemoteTask<?> task) {
            task.begin();
        } else if (command instanceof CompletableFuture.AsynchronousCompletionTask) {
            track(CompletionTask.of(command).begin(view));
        } else {
            track(view.submit(command));
        }
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new RemoteTask<>(() -> track(view.submit(callable)), ClusterExecutor::<T>valueOf);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new RemoteTask<>(() -> track(view.submit(runnable)), _ -> value);
    }

    @SuppressWarnings("unchecked") // the callable gave it
    private static <T> T valueOf(Object result) {
        return (T) result;
    }

    private <R extends AsyncResult<?>> R track(R result) {
        synchronized (open) {
            if (shutdown) {
                result.cancel(true);
                throw new RejectedExecutionException("This executor has been shut down; the cluster has not.");
            }
            open.add(result);
        }
        result.onDone(_ -> ended(result));
        return result;
    }

    private void ended(AsyncResult<?> result) {
        synchronized (open) {
            open.remove(result);
            open.notifyAll();
        }
    }

    @Override
    public void shutdown() {
        synchronized (open) {
            shutdown = true;
            open.notifyAll();
        }
    }

    /** Cancels what waits and stops what runs. @return nothing: tasks that were sent cannot be given back */
    @Override
    public List<Runnable> shutdownNow() {
        List<AsyncResult<?>> left;
        synchronized (open) {
            shutdown = true;
            left = new ArrayList<>(open);
        }
        left.forEach(result -> result.cancel(true));
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        synchronized (open) {
            return shutdown;
        }
    }

    @Override
    public boolean isTerminated() {
        synchronized (open) {
            return shutdown && open.isEmpty();
        }
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        synchronized (open) {
            while (!(shutdown && open.isEmpty())) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(open, left);
            }
            return true;
        }
    }
}
