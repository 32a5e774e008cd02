package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import java.util.List;

/** Which engines a view's next call goes to, in the order of its results. Asked anew for each call. */
@FunctionalInterface
interface Targets {

    /** At least one. @throws NoEnginesException if there is none, or a named one is gone */
    List<EngineId> now();
}
