package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * What an engine has to do and has done, as Parallel Python's statistics table tells it.
 *
 * @param queued tasks that were sent to it and have not begun
 * @param running tasks that run there: one, or more if they wait for others
 * @param completed tasks that ended there by success
 * @param failed tasks that ended there otherwise
 * @param wallNanos time that all ended ones took
 */
public record EngineLoad(EngineId engine, int queued, int running, long completed, long failed, long wallNanos) {

    public EngineLoad {
        Objects.requireNonNull(engine, "engine");
    }
}
