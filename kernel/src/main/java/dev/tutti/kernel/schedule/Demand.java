package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskPolicy;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a task asks of an engine. Tasks that ask the same stand in one lane, so that none of them need be looked at when
 * the first finds no engine.
 *
 * @param targets only these; any but local if there are none
 * @param follow and only these, if it follows other tasks
 * @param tried but not these processes; a restarted engine is another one
 */
record Demand(
        SessionId session,
        Set<EngineId> targets,
        Set<String> resources,
        Optional<Set<EngineId>> follow,
        Set<Engine> tried,
        TaskPolicy policy,
        OptionalInt highWater) {

    Demand restricted(Optional<Set<EngineId>> places, Set<Engine> engines) {
        return new Demand(session, targets, resources, places, engines, policy, highWater);
    }

    boolean allows(Engine engine) {
        return allows(engine.id)
                && (resources.isEmpty() || engine.resources.containsAll(resources))
                && (tried.isEmpty() || !tried.contains(engine));
    }

    /** Whether an engine of this number could do. */
    boolean allows(EngineId engine) {
        return (targets.isEmpty() ? !engine.isLocal() : targets.contains(engine))
                && (follow.isEmpty() || follow.get().contains(engine));
    }

    /** Whether an engine that joins later could do where none does now: it is not asked for by number. */
    boolean isOpen() {
        return targets.isEmpty() && follow.isEmpty();
    }

    boolean isAutomatic() {
        return highWater.isEmpty();
    }
}
