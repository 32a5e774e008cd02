package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.magic.StepOptions;
import dev.tutti.kernel.view.RunListener;
import dev.tutti.kernel.view.StepRun;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A step that runs on behind the prompt. A thread of its own, {@code px-cell-N}, takes its events; the thread that runs
 * cells may wait for it.
 */
final class BackgroundStep {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);

    private final CellNumber cell;
    private final StepOptions options;
    private final StepRun run;
    private final Optional<SessionVariable> result;
    private final CompletableFuture<CellExecution.Ending.Ended> ending = new CompletableFuture<>();

    /** @param run a step that was sent @param result the variable that holds its result at its targets */
    BackgroundStep(CellNumber cell, StepOptions options, StepRun run, Optional<SessionVariable> result) {
        this.cell = cell;
        this.options = options;
        this.run = run;
        this.result = result;
    }

    /** Sees it to its end. @param rest blocks until it has ended */
    void start(Rest rest) {
        Thread.ofPlatform().daemon().name("px-cell-" + cell).start(() -> {
            try {
                ending.complete(rest.take());
            } catch (LaunchException | InterruptedException | RuntimeException e) {
                ending.completeExceptionally(e);
            }
        });
    }

    /** What is left of a step. */
    @FunctionalInterface
    interface Rest {
        CellExecution.Ending.Ended take() throws LaunchException, InterruptedException;
    }

    CellNumber cell() {
        return cell;
    }

    StepOptions options() {
        return options;
    }

    Optional<SessionVariable> result() {
        return result;
    }

    StepRun run() {
        return run;
    }

    boolean hasEnded() {
        return ending.isDone();
    }

    /** Where it runs, for a person. */
    String where() {
        return EngineRanges.named(run.targets());
    }

    /**
     * Waits until it has ended, showing progress.
     *
     * @return whether it has ended; not if the user has left it running once more
     */
    boolean await(RunListener listener) throws InterruptedException {
        long start = System.nanoTime();
        Duration next = options.progressAfter().orElse(Duration.ofSeconds(Long.MAX_VALUE));
        while (!ending.isDone() && !run.isLeaving()) {
            try {
                ending.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                if (elapsed.compareTo(next) >= 0) {
                    listener.progress(elapsed, run.targets(), run.running());
                    next = elapsed.plus(PROGRESS_EVERY);
                }
            } catch (ExecutionException _) {
                break; // told by ending()
            }
        }
        return ending.isDone();
    }

    /**
     * What came of it, once it has ended.
     *
     * @throws LaunchException if local was lost by it and cannot be started again
     */
    CellExecution.Ending.Ended ending() throws LaunchException {
        try {
            return ending.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchException launch
                    ? launch
                    : new LaunchException("What came of cell " + cell + " is lost: " + e.getCause(), e.getCause());
        }
    }

    /** What a step behind the prompt may say while it runs: notes only. */
    record Quiet(BackgroundListener background) implements RunListener {
        @Override
        public void output(EngineId engine, StreamKind kind, String text) {}

        @Override
        public void idle() {}

        @Override
        public void note(String sentence) {
            background.note(sentence);
        }

        @Override
        public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {}
    }
}
