package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The promise of a value that engines work on: one value of one engine or balanced task, or, as an {@link AsyncList},
 * several. Besides what a {@link Future} tells, it has each task's {@link Outcome} with its times, what the tasks write,
 * and how far they are.
 *
 * <p>Any thread may use it. Waiting for it on an engine's main thread lets other tasks run there meanwhile; a cell or task
 * that is stopped while it waits cancels what it waits for. Callbacks run on the thread {@code client-callbacks}, one
 * after the other. Values are decoded when they are first asked for, on the thread that asks. Nothing else keeps a
 * result: once it is unreachable, so are its values. After ipyparallel's AsyncResult.
 *
 * @param <T> what {@link #get} gives
 */
public abstract sealed class AsyncResult<T> implements Future<T> permits AsyncList, AsyncValue {

    private final Parts parts;
    private final Function<List<Part>, T> assembly;

    /**
     * Of parts whose tasks have been submitted, or are about to be.
     *
     * @param assembly makes the value of the parts, which have all succeeded, on the thread that asks for it
     */
    AsyncResult(Parts parts, Function<List<Part>, T> assembly) {
        this.parts = parts;
        this.assembly = assembly;
    }

    /** Of one part: its value is the value. */
    @SuppressWarnings("unchecked") // the part's function gave it
    static <T> AsyncResult<T> single(Parts parts) {
        return of(parts, all -> (T) all.getFirst().value());
    }

    /** One value, made of parts that have all succeeded. */
    static <T> AsyncResult<T> of(Parts parts, Function<List<Part>, T> assembly) {
        return new AsyncValue<>(parts, assembly, true);
    }

    /** One value, made once of what the parts' values are on the wire. */
    static <T> AsyncResult<T> ofParcels(Parts parts, Function<List<Parcel>, T> assembly) {
        return AsyncValue.ofParcels(parts, assembly);
    }

    final Parts parts() {
        return parts;
    }

    /** The numbers of its tasks, for dependencies on it. */
    final List<TaskId> tasks() {
        return parts.all().stream().map(Part::task).distinct().toList();
    }

    /** What the user calls it; may be empty. */
    public final String label() {
        return parts.label();
    }

    // Waiting for the value.

    /**
     * Waits for the value.
     *
     * @throws ExecutionException with a {@link RemoteException} as its cause, for several failures a
     *     {@link CompositeException}
     * @throws TaskCancelledException if it was cancelled
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    @Override
    public final T get() throws InterruptedException, ExecutionException {
        parts.await(Long.MAX_VALUE);
        return valueOrExecutionException();
    }

    /** As {@link #get()}. @throws TimeoutException if it has not ended in time; it goes on */
    @Override
    public final T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!parts.await(unit.toNanos(timeout))) {
            throw new TimeoutException("After " + unit.toMillis(timeout) + " ms, " + progress() + " of " + size()
                    + " had ended; the work goes on. Wait again, or cancel it.");
        }
        return valueOrExecutionException();
    }

    /** As {@link #get(long, TimeUnit)}. */
    public final T get(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
        return get(nanos(timeout), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits for the value and throws what failed as it is, as the views' own methods do. If the thread is interrupted
     * meanwhile, the work is cancelled.
     *
     * @throws RemoteException if it failed; for several failures a {@link CompositeException}
     * @throws TaskCancelledException if it was cancelled
     */
    public final T result() {
        awaitOrCancel();
        return value();
    }

    /** Waits until all have ended. If the thread is interrupted meanwhile, the work is cancelled. */
    final void awaitOrCancel() {
        try {
            parts.await(Long.MAX_VALUE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            parts.abandon();
            throw new TaskCancelledException("The thread was interrupted while it waited for " + (size() - progress())
                    + " of " + size() + " tasks; they are cancelled.");
        }
    }

    /**
     * Runs the first task that failed once more, in the calling thread, with the arguments that it had.
     *
     * @return what it gives, if it does not fail here
     * @throws IllegalStateException if they have not all ended, or none has failed, or what failed was no call
     * @throws Exception what it throws here
     */
    public final Object replay() throws Exception {
        requireDone("which task failed");
        for (Part part : parts.all()) {
            if (error(part).orElse(null) instanceof RemoteException failure) {
                return failure.replay();
            }
        }
        throw new IllegalStateException("No task has failed, so there is nothing to replay.");
    }

    private T valueOrExecutionException() throws ExecutionException {
        try {
            return value();
        } catch (RemoteException e) {
            throw new ExecutionException(e);
        }
    }

    /** The value, once all have ended. */
    private T value() {
        List<Part> all = parts.all();
        List<RuntimeException> failures = new ArrayList<>();
        for (Part part : all) {
            error(part).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw failure(failures);
        }
        return assembly.apply(all);
    }

    /** Why a part that has ended has no value. */
    Optional<RuntimeException> error(Part part) {
        return part.error();
    }

    private RuntimeException failure(List<RuntimeException> failures) {
        if (failures.stream().allMatch(TaskCancelledException.class::isInstance)) {
            return failures.size() == 1 && size() == 1
                    ? failures.getFirst()
                    : new TaskCancelledException(failures.size() + " of " + size() + " tasks were cancelled. "
                            + failures.getFirst().getMessage());
        }
        return failures.size() == 1 && size() == 1 && !(this instanceof AsyncList<?>)
                ? failures.getFirst()
                : new CompositeException(failures, size());
    }

    /** Waits until all tasks have ended, however they do, or the time is over. Returns whether they have. */
    public final boolean await(Duration timeout) throws InterruptedException {
        return parts.await(nanos(timeout));
    }

    /** Waits until all tasks have ended, however they do. */
    public final void await() throws InterruptedException {
        parts.await(Long.MAX_VALUE);
    }

    /** Waits until one task has failed or all have ended. Gives the outcome of the first that failed, if one did. */
    public final Optional<Outcome> awaitFirstFailed(Duration timeout) throws InterruptedException {
        parts.await(() -> parts.failedCount() > 0, nanos(timeout));
        return parts.all().stream()
                .filter(part -> part.hasEnded() && !part.succeeded())
                .findFirst()
                .map(Part::outcome);
    }

    /** Waits until one task has ended. Gives the first outcome in the order of the tasks, if one has in time. */
    public final Optional<Outcome> awaitFirstCompleted(Duration timeout) throws InterruptedException {
        parts.await(() -> parts.endedCount() > 0, nanos(timeout));
        return parts.all().stream().filter(Part::hasEnded).findFirst().map(Part::outcome);
    }

    // How far it is.

    /** Whether all tasks have ended, however they did. */
    @Override
    public final boolean isDone() {
        return parts.isDone();
    }

    /** Whether it was cancelled through {@link #cancel} before all tasks had succeeded. */
    @Override
    public final boolean isCancelled() {
        return parts.cancelAsked() && parts.isDone() && parts.failedCount() > 0;
    }

    /** Whether all tasks succeeded. @throws IllegalStateException if they have not all ended */
    public final boolean successful() {
        requireDone("whether it succeeded");
        return parts.failedCount() == 0;
    }

    /** How many tasks there are: for a direct call, one for each target. */
    public final int size() {
        return parts.size();
    }

    /** How many of them have ended. */
    public final int progress() {
        return parts.endedCount();
    }

    /** How many things there are to be done, as people count them: of a map, its elements. */
    int items() {
        return size();
    }

    /** How many of them are done. */
    int itemsDone() {
        return progress();
    }

    /** What running tasks told of their own progress, the newest of each. */
    public final List<EngineProgress> reports() {
        return parts.all().stream()
                .map(Part::progress)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The time since it was made; once it is done, until its last end came. */
    public final Duration elapsed() {
        long end = parts.isDone() ? parts.lastEndNanos() : System.nanoTime();
        return Duration.ofNanos(end - parts.createdNanos());
    }

    /** From the call until the last end came. @throws IllegalStateException before all have ended */
    public final Duration wallTime() {
        requireDone("its wall time");
        return elapsed();
    }

    /** The time that all tasks took on their engines, added up. @throws IllegalStateException before all have ended */
    public final Duration serialTime() {
        requireDone("its serial time");
        return parts.all().stream()
                .map(part -> Duration.ofNanos(part.end().wallNanos()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Serial time divided by wall time. @throws IllegalStateException before all have ended */
    public final double speedup() {
        return (double) serialTime().toNanos() / Math.max(1, wallTime().toNanos());
    }

    private void requireDone(String what) {
        if (!isDone()) {
            throw new IllegalStateException("Before all tasks have ended (" + progress() + " of " + size()
                    + " have), nobody knows " + what + ". Wait for it first.");
        }
    }

    // The single tasks.

    /** Waits until all have ended and gives their outcomes, in the order of the targets or tasks, errors in place. */
    public final List<Outcome> outcomes() throws InterruptedException {
        await();
        return outcomesNow();
    }

    /** The outcomes of those that have ended, in the order of the targets or tasks; does not wait. */
    public final List<Outcome> outcomesNow() {
        return parts.all().stream().filter(Part::hasEnded).map(Part::outcome).toList();
    }

    /** The numbers of the engines that tasks ran on or are to run on, in order; for tasks without one yet, none. */
    public final List<Integer> engines() {
        return parts.all().stream()
                .map(Part::engine)
                .flatMap(Optional::stream)
                .map(EngineId::number)
                .toList();
    }

    /**
     * Waits for all and gives the values by engine number.
     *
     * @throws IllegalStateException if an engine ran more than one of the tasks
     * @throws RemoteException as {@link #result}
     */
    final Map<Integer, Object> valuesByEngine() {
        result();
        Map<Integer, Object> byEngine = new LinkedHashMap<>();
        for (Part part : parts.all()) {
            int engine = part.engine().map(EngineId::number).orElse(-1);
            if (byEngine.containsKey(engine)) {
                throw new IllegalStateException("Engine " + engine + " ran more than one of these tasks, so its number"
                        + " does not name one value. Use outcomes().");
            }
            byEngine.put(engine, part.value());
        }
        return byEngine;
    }

    // What the tasks write.

    /** What all tasks have written to standard output so far, in the order of the targets or tasks. */
    public final List<String> stdout() {
        return parts.all().stream().map(part -> part.text(StreamKind.STDOUT)).toList();
    }

    /** What all tasks have written to standard error so far, in the order of the targets or tasks. */
    public final List<String> stderr() {
        return parts.all().stream().map(part -> part.text(StreamKind.STDERR)).toList();
    }

    /**
     * Prints what tasks write: first what they have written already, then live, until it is closed. Whenever the source
     * changes, a line begins with it: {@code [stdout:3] }. Prints on the thread {@code client-callbacks}.
     *
     * @return to be closed when no more is to be printed; its {@code close} prints what has come until then
     */
    public final Registration streamOutput(PrintStream to) {
        return OutputStreaming.start(parts, to);
    }

    // Ending it, and what follows.

    /**
     * Asks for the end of what has not ended: tasks that wait are cancelled, running ones are stopped if
     * {@code mayInterruptIfRunning}. Does not wait: {@link #isDone} tells when the engines have obeyed. Asking again does
     * no harm.
     *
     * @return whether anything had not ended yet
     */
    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        return parts.cancel(mayInterruptIfRunning);
    }

    /**
     * As {@code cancel(true)}, and where a task has not stopped after a grace, because it ignores interrupts or is in
     * native code, its engine gets a fresh process: its variables are lost, and so are other tasks that it has. As the
     * second Ctrl-C does at the prompt.
     *
     * @param grace how long a task has to stop
     * @return false if all had ended before
     */
    public final boolean cancelForcibly(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A grace is not less than nothing, as " + grace + " is.");
        }
        return parts.cancel(true, Optional.of(grace));
    }

    /** Runs something on the thread {@code client-callbacks} once all tasks have ended, however they did. */
    public final void onDone(Consumer<? super AsyncResult<T>> callback) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        parts.done().thenRun(() -> Callbacks.run(loader, () -> callback.accept(this)));
    }

    /**
     * A future of the JDK's that is completed on the thread {@code client-callbacks}, and so is what depends on it without
     * an executor. Cancelling it cancels this.
     */
    public final CompletableFuture<T> toCompletableFuture() {
        CompletableFuture<T> future = new CompletableFuture<>();
        onDone(_ -> {
            try {
                future.complete(value());
            } catch (RuntimeException | Error e) { // a combiner is user code; whoever waits must be told
                future.completeExceptionally(e);
            }
        });
        future.whenComplete((_, _) -> {
            if (future.isCancelled()) {
                cancel(true);
            }
        });
        return future;
    }

    /** A result for each of the tasks, in their order. */
    public List<? extends AsyncResult<?>> split() {
        return splitParts().stream().map(AsyncResult::<Object>single).toList();
    }

    final List<Parts> splitParts() {
        return parts.all().stream()
                .map(part -> gathered(label(), parts.dispatcher(), List.of(part)))
                .toList();
    }

    /**
     * One result of many, whose value is the list of their values.
     *
     * @param results at least one, each of one task: {@link #split} others first
     */
    public static <R> AsyncList<R> join(List<? extends AsyncResult<? extends R>> results) {
        return AsyncList.joined(results);
    }

    static Parts gathered(String label, Dispatcher dispatcher, List<Part> of) {
        Parts gathered = new Parts(dispatcher, label);
        gathered.addAll(of);
        gathered.seal();
        return gathered;
    }

    /** What it gives if these are its parts. */
    final T of(List<Part> ended) {
        return assembly.apply(ended);
    }

    // Watching it.

    /**
     * Waits, showing a bar on standard error, if that is a terminal and it takes longer than a moment: how many of how many tasks (of a
     * map: elements) have ended, how many in a second, and what is left.
     */
    public final void waitInteractive() throws InterruptedException {
        WaitBar.onStandardError(this).await();
    }

    static long nanos(Duration timeout) {
        try {
            return Math.max(0, timeout.toNanos());
        } catch (ArithmeticException _) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public final String toString() {
        String name = label().isEmpty() ? "AsyncResult" : "AsyncResult '" + label() + "'";
        String state = !isDone() ? "running" : parts.failedCount() == 0 ? "done" : parts.failedCount() + " failed";
        return name + ": " + progress() + " of " + size() + ", " + state;
    }
}
