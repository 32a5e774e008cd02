package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of the roster.
 *
 * @param id the slot's number
 * @param host the name of the engine's host
 * @param pid its process id, 0 while unknown
 * @param state what it is doing
 * @param since from when it has been in this state
 * @param heapUsedBytes heap in use when it last said, 0 before
 * @param heapMaxBytes the most its heap may grow to, 0 before
 * @param cell the cell it runs, while busy
 * @param lost why it is gone, when lost
 * @param attached whether it lives in a JVM that is not its own
 */
public record EngineStatus(
        EngineId id,
        String host,
        long pid,
        EngineState state,
        Instant since,
        long heapUsedBytes,
        long heapMaxBytes,
        Optional<CellNumber> cell,
        Optional<String> lost,
        boolean attached) {

    public EngineStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(lost, "lost");
    }

    /** Whether it can be given work. */
    public boolean live() {
        return state == EngineState.IDLE || state == EngineState.BUSY;
    }
}
