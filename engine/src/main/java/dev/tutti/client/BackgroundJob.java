package dev.tutti.client;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Code that runs beside the cells, on a thread of its own at the place that started it: what {@code %bg CODE} gives.
 * What it prints appears above the prompt. Any thread.
 *
 * @param <T> what it gives
 */
public final class BackgroundJob<T> {

    /** What a job does now. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    private final int number;
    private final String code;
    private final long startNanos = System.nanoTime();
    private final FutureTask<T> task;
    private volatile long endNanos;

    BackgroundJob(int number, String code, Callable<T> work) {
        this.number = number;
        this.code = code;
        this.task = new FutureTask<>(work) {
            @Override
            protected void done() {
                endNanos = System.nanoTime();
            }
        };
    }

    void start() {
        Thread.ofPlatform().daemon().name("job-" + number).start(task);
    }

    public int number() {
        return number;
    }

    /** What it runs, as it was typed. */
    public String code() {
        return code;
    }

    public State state() {
        return switch (task.state()) {
            case RUNNING -> State.RUNNING;
            case SUCCESS -> State.DONE;
            case FAILED -> State.FAILED;
            case CANCELLED -> State.STOPPED;
        };
    }

    /** How long it has run. */
    public Duration time() {
        return Duration.ofNanos((state() == State.RUNNING ? System.nanoTime() : endNanos) - startNanos);
    }

    /**
     * Waits for its value.
     *
     * @throws ExecutionException if it failed; the cause is what it threw
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    public T get() throws InterruptedException, ExecutionException {
        return task.get();
    }

    /** Why it failed. @throws IllegalStateException if it did not */
    public Throwable failure() {
        return task.exceptionNow();
    }

    /**
     * Interrupts it. A command ends; Java code that neither waits nor looks at its interrupt runs on.
     *
     * @return whether it was running
     */
    public boolean stop() {
        return task.cancel(true);
    }

    @Override
    public String toString() {
        return "job " + number + " (" + state().name().toLowerCase(Locale.ROOT) + "): " + code;
    }
}
