package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One cell on its way: events are taken, not pushed, so that a slow taker holds back the engines' output at its source
 * (their connections are not read while more than a bound of output waits here). One taking thread.
 */
public interface Dispatch {

    /** The engines that the cell was sent to. */
    Set<EngineId> targets();

    /** The targets that have not ended yet. Any thread. */
    Set<EngineId> running();

    /**
     * The next event, waiting for it.
     *
     * @param timeout how long to wait at most
     * @return empty if none came in time, or if {@link #ended}
     * @throws InterruptedException if the taking thread is interrupted while waiting; the dispatch goes on
     */
    Optional<DispatchEvent> next(Duration timeout) throws InterruptedException;

    /** Whether all targets have ended and all events have been taken. */
    boolean ended();
}
