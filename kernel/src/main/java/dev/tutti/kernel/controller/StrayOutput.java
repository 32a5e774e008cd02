package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.StreamKind;
import java.time.Duration;
import java.time.Instant;

/**
 * One engine's output that belongs to no cell, of threads that outlived theirs. Nobody takes it at a pace of their own, so
 * it gets one: about a megabyte a second. A thread that prints more blocks where it prints; while the connection must be
 * read nevertheless, what exceeds the pace is dropped, counted, and marked.
 */
final class StrayOutput {

    static final long BOUND = 256 << 10;
    static final Duration WINDOW = Duration.ofMillis(250);

    private final EngineId engine;
    private Instant windowEnd = Instant.MIN;
    private long passed;
    private boolean held;
    private long dropped;

    StrayOutput(EngineId engine) {
        this.engine = engine;
    }

    /** Whether the engine's connection must not be read before the window ends. */
    boolean held() {
        return held;
    }

    /** The connection is to be read whatever comes, or the window has ended. */
    void release() {
        held = false;
    }

    /** @param mustRead whether the connection has to be read whatever comes */
    void output(Turn turn, Message.Output output, boolean mustRead) {
        if (!turn.now().isBefore(windowEnd)) {
            windowEnd = turn.now().plus(WINDOW);
            passed = 0;
        }
        if (mustRead && passed > BOUND) {
            dropped += output.text().length();
            return;
        }
        if (dropped > 0) {
            tell(turn, output.kind(), "\n... " + dropped + " characters of output dropped\n");
            dropped = 0;
        }
        tell(turn, output.kind(), output.text());
        passed += OutputFlow.cost(output.text());
        held = held || !mustRead && passed > BOUND;
    }

    private void tell(Turn turn, StreamKind kind, String text) {
        turn.add(new Instruction.TellOutput(engine, kind, text));
    }
}
