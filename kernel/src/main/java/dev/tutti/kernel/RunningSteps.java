package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.view.StepRun;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The steps that run now: the user's, and those that code of the user's has asked for and waits for. Any thread. */
final class RunningSteps {

    private final List<StepRun> running = new CopyOnWriteArrayList<>();
    private final List<Runnable> waits = new CopyOnWriteArrayList<>();
    private final AtomicBoolean wished = new AtomicBoolean();
    private volatile Optional<StepRun> latestEnded = Optional.empty();

    void begin(StepRun run) {
        running.add(run);
        if (takeWish()) {
            run.interrupt();
        }
    }

    void end(StepRun run) {
        running.remove(run);
        latestEnded = Optional.of(run);
    }

    /** Somebody waits for something that is no step. @param interrupt what Ctrl-C does */
    void begin(Runnable interrupt) {
        waits.add(interrupt);
    }

    void end(Runnable interrupt) {
        waits.remove(interrupt);
    }

    /** Stops all; called again, replaces the engines that did not stop. What has not begun yet will not. */
    void interrupt() {
        if (running.isEmpty() && waits.isEmpty()) {
            wished.set(true);
        }
        running.forEach(StepRun::interrupt);
        waits.forEach(Runnable::run);
    }

    /** Whether somebody wanted to stop what had not begun; asked once. */
    boolean takeWish() {
        return wished.getAndSet(false);
    }

    /** Whether a step tells, or has told, that an engine is lost. */
    boolean tellLossOf(EngineId engine) {
        return Stream.concat(running.stream(), latestEnded.stream()).anyMatch(run -> run.tellsLossOf(engine));
    }

    /** A fresh engine is there: what becomes of it is no concern of a step that has ended. */
    void joined(EngineId engine) {
        latestEnded.ifPresent(run -> run.settle(engine));
    }
}
