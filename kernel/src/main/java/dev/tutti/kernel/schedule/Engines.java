package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The engines that have joined, and those that are away for a fresh process. */
final class Engines {

    private final Map<EngineId, Engine> live = new TreeMap<>();
    private final Set<EngineId> returning = new HashSet<>();

    /** The engine of a number, or null. */
    Engine find(EngineId id) {
        return live.get(id);
    }

    /** By number. */
    Collection<Engine> all() {
        return live.values();
    }

    void add(Engine engine) {
        live.put(engine.id, engine);
        returning.remove(engine.id);
    }

    /** Removes and gives the engine of a number, or null. One that was to be recycled will be back; else it is gone. */
    Engine remove(EngineId id) {
        Engine engine = live.remove(id);
        if (engine != null && engine.leaving) {
            returning.add(id);
        } else {
            returning.remove(id);
        }
        return engine;
    }

    /** Whether an engine that is here, or will be back, could do. */
    boolean canMeet(Demand demand) {
        for (Engine engine : live.values()) {
            if (demand.allows(engine)) {
                return true;
            }
        }
        for (EngineId id : returning) {
            if (demand.allows(id)) {
                return true;
            }
        }
        return false;
    }
}
