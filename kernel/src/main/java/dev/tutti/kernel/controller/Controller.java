package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The kernel's handle on the engines. Its methods may be called from any thread and do not block, unless they say so.
 */
public final class Controller implements AutoCloseable {

    private Controller() {}

    /** A running controller without engines, listening for them. */
    public static Controller open(ControllerConfig config) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Starts the engine beside the shell, or a fresh one in its place. Fails with {@link LaunchException}. */
    public CompletableFuture<EngineId> startLocal() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Starts engines in new slots; completes when all have joined, fails with {@link LaunchException} as soon as one cannot. */
    public CompletableFuture<List<EngineId>> start(int count) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Ends the slot's process, whatever it does, and starts another in the same slot. */
    public CompletableFuture<EngineId> restart(EngineId engine) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The slots with their states, local first. The heap figures are those of the last sign of life, at most 2 s old. */
    public List<EngineStatus> roster() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Sends a cell to engines. A target that is not live ends at once as lost. */
    public Dispatch execute(Set<EngineId> targets, Message.Execute cell) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Asks engines the same; completes when all have answered, are lost, or the time is over: then without them. */
    public CompletableFuture<Map<EngineId, Message.Reply>> ask(
            Set<EngineId> engines, Message.Request request, Duration timeout) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Stops a dispatch at all its running targets; completes with where each was, when all have said or after the time. */
    public CompletableFuture<Map<EngineId, List<Frame>>> stop(Dispatch dispatch, Duration timeout) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Ends all engines and waits for them, at most 2 s; then kills what is left. Blocks. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
