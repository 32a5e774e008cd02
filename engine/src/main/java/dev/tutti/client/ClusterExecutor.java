package dev.tutti.client;

import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * An {@code ExecutorService} whose tasks run on whichever engine is free: {@code invokeAll}, {@code submit}, and
 * {@code CompletableFuture.supplyAsync(…, executor)} work as on a local pool, if what they are given can travel. Shutting
 * it down ends it, never the engines. Any thread.
 *
 * <p>What fails throws an {@code ExecutionException} with a {@link RemoteException} as its cause, whose cause is what user
 * code threw.
 *
 * <p>{@code CompletableFuture} and {@code ExecutorCompletionService} wrap functions in objects that hold the future itself
 * and can never travel. They are taken apart by reflection, for which the JVM needs
 * {@code --add-opens java.base/java.util.concurrent=ALL-UNNAMED}; engines are started with it, other programs use that
 * flag, or {@link #supply}. In an engine's task {@code CompletableFuture.join} holds the main thread; the futures of
 * {@link #submit} and {@code invokeAll} let other tasks run there.
 */
public final class ClusterExecutor extends AbstractExecutorService {

    private static final String QUEUEING = "java.util.concurrent.ExecutorCompletionService$QueueingFuture";

    private final LoadBalancedView view;
    private final Set<AsyncResult<?>> open = new HashSet<>();
    private final CompletableFuture<Void> terminated = new CompletableFuture<>();
    private int beginning;
    private boolean shutdown;
    private boolean abandoned;

    ClusterExecutor(LoadBalancedView view) {
        this.view = view;
    }

    /** As {@code CompletableFuture.supplyAsync}, in any JVM. */
    public <T> CompletableFuture<T> supply(Call<T> function) {
        return begin(() -> view.submit(function)).toCompletableFuture();
    }

    /** As {@link #submit(Callable)}, for a lambda of an ordinary program: one that is compiled for this can travel. */
    public <T> Future<T> submit(Call<T> function) {
        return submit((Callable<T>) function);
    }

    /** As {@link #submit(Call)}. */
    public Future<?> submit(Action action) {
        return submit((Runnable) action);
    }

    /** As {@link #submit(Call)}. */
    public void execute(Action action) {
        execute((Runnable) action);
    }

    @Override
    public void execute(Runnable command) {
        if (command instanceof RemoteTask<?> task) {
            task.begin();
        } else if (command instanceof CompletableFuture.AsynchronousCompletionTask) {
            CompletionTask task = CompletionTask.of(command);
            begin(() -> task.begin(view));
        } else if (command.getClass().getName().equals(QUEUEING)) {
            beginQueueing((FutureTask<?>) command);
        } else {
            begin(() -> view.submit(command));
        }
    }

    /** A completion service wraps the futures of this executor in some of its own, which are to run here at their end. */
    private static void beginQueueing(FutureTask<?> command) {
        Object wrapped;
        try {
            wrapped = CompletionTask.field(command, "task");
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new RejectedExecutionException(
                    "A future of ExecutorCompletionService cannot be sent to an engine. Use"
                            + " cluster.asCompleted(results), or start this JVM with --add-opens"
                            + " java.base/java.util.concurrent=ALL-UNNAMED.",
                    e);
        }
        if (!(wrapped instanceof RemoteTask<?> task)) {
            throw new RejectedExecutionException(
                    "This completion service was made with another executor: its futures cannot be sent to an engine.");
        }
        task.whenDone(command);
        task.begin();
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new RemoteTask<>(() -> begin(() -> view.submit(callable)), ClusterExecutor::<T>valueOf);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new RemoteTask<>(() -> begin(() -> view.submit(runnable)), _ -> value);
    }

    @SuppressWarnings("unchecked") // the callable gave it
    private static <T> T valueOf(Object result) {
        return (T) result;
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        return firstOf(tasks, Long.MAX_VALUE)
                .orElseThrow(() -> new IllegalStateException("Nobody waits for centuries."));
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return firstOf(tasks, unit.toNanos(timeout))
                .orElseThrow(() -> new TimeoutException("After " + unit.toMillis(timeout)
                        + " ms none of the tasks had succeeded; they are cancelled."));
    }

    /** What the first that succeeds gives; nothing if none does in time. All others are cancelled. */
    private <T> Optional<T> firstOf(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("Of no tasks, none can succeed.");
        }
        long start = System.nanoTime();
        List<AsyncResult<T>> results = new ArrayList<>();
        try {
            for (Callable<T> task : tasks) {
                results.add(begin(() -> view.submit(task)));
            }
            Completions<AsyncResult<T>> ended = new Completions<>(results);
            ExecutionException failure = null;
            while (ended.hasNext()) {
                Optional<AsyncResult<T>> next = ended.next(nanos - (System.nanoTime() - start));
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(next.get().get());
                } catch (ExecutionException e) {
                    failure = e;
                } catch (TaskCancelledException e) {
                    failure = new ExecutionException(e);
                }
            }
            throw failure;
        } finally {
            results.forEach(result -> result.cancel(true));
        }
    }

    /** Submits something and remembers it until it has ended. */
    private <R extends AsyncResult<?>> R begin(Supplier<R> submission) {
        synchronized (open) {
            if (shutdown) {
                throw new RejectedExecutionException("This executor has been shut down; the cluster has not.");
            }
            beginning++;
        }
        R result = null;
        boolean unwanted;
        try {
            result = submission.get(); // not under the lock: the kernel may be asked, and its answer must come through
        } finally {
            unwanted = begun(Optional.ofNullable(result));
        }
        R sent = result;
        if (unwanted) {
            sent.cancel(true);
        }
        sent.parts().done().thenRun(() -> ended(sent));
        return sent;
    }

    private boolean begun(Optional<AsyncResult<?>> result) {
        boolean unwanted;
        synchronized (open) {
            beginning--;
            result.ifPresent(open::add);
            unwanted = abandoned;
        }
        terminate();
        return unwanted;
    }

    private void ended(AsyncResult<?> result) {
        synchronized (open) {
            open.remove(result);
        }
        terminate();
    }

    private void terminate() {
        boolean last;
        synchronized (open) {
            last = shutdown && beginning == 0 && open.isEmpty();
        }
        if (last) {
            terminated.complete(null);
        }
    }

    @Override
    public void shutdown() {
        synchronized (open) {
            shutdown = true;
        }
        terminate();
    }

    /** Cancels what waits and stops what runs. @return nothing: tasks that were sent cannot be given back */
    @Override
    public List<Runnable> shutdownNow() {
        List<AsyncResult<?>> left;
        synchronized (open) {
            shutdown = true;
            abandoned = true;
            left = new ArrayList<>(open);
        }
        left.forEach(result -> result.cancel(true));
        terminate();
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
        return terminated.isDone();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return terminated.isDone() || Waiting.await(terminated, unit.toNanos(timeout), this::shutdownNow);
    }
}
