package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import java.util.Optional;

/**
 * What is remembered of a task that has ended, for those that depend on it.
 *
 * @param success whether it ended by a value, at all its targets
 * @param place where it ran; none if it never did, or at several engines
 */
record Ending(boolean success, Optional<EngineId> place) {}
