package dev.tutti.engine.execute;

import dev.tutti.engine.wire.EngineId;
import java.util.List;

/**
 * An engine's place among the targets of what it runs.
 *
 * @param rank the position in the sorted targets, or a negative number if it has none
 * @param size how many targets there are
 */
record Position(int rank, int size) {

    /** Nothing runs. */
    static final Position NONE = new Position(-1, 0);

    /** A balanced task runs, for which any engine would do. */
    static final Position BALANCED = new Position(-2, 0);

    /** The position of a cell or a direct call. */
    static Position of(EngineId engine, List<EngineId> targets) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).number() == engine.number()) {
                return new Position(i, targets.size());
            }
        }
        return new Position(-1, targets.size());
    }
}
