package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.TaskPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Which of the engines with room gets a task. */
final class Choice {

    private static final Comparator<Engine> LONGEST_WAITING = Comparator.comparingLong(engine -> engine.lastGiven);

    private final RandomGenerator random;

    Choice(RandomGenerator random) {
        this.random = random;
    }

    /** @param engines not empty */
    Engine of(Demand demand, List<Engine> engines) {
        if (engines.size() == 1) {
            return engines.getFirst();
        }
        if (demand.policy() == TaskPolicy.LEAST_LOAD) {
            return leastLoaded(engines);
        }
        List<Engine> those = demand.isAutomatic() ? idleIfAny(engines) : engines;
        return switch (demand.policy()) {
            case LEAST_LOAD -> leastLoaded(those);
            case ROUND_ROBIN -> those.stream().min(LONGEST_WAITING).orElseThrow();
            case RANDOM -> those.get(random.nextInt(those.size()));
            case WEIGHTED -> weighted(those);
        };
    }

    private static Engine leastLoaded(List<Engine> engines) {
        Engine least = engines.getFirst();
        for (Engine engine : engines) {
            int more = engine.active() - least.active();
            if (more < 0 || more == 0 && engine.lastGiven < least.lastGiven) {
                least = engine;
            }
        }
        return least;
    }

    /** Where nobody has asked for a queue, nothing waits behind another task while an engine is idle. */
    private static List<Engine> idleIfAny(List<Engine> engines) {
        List<Engine> idle = new ArrayList<>(engines.size());
        for (Engine engine : engines) {
            if (engine.active() == 0) {
                idle.add(engine);
            }
        }
        return idle.isEmpty() ? engines : idle;
    }

    private Engine weighted(List<Engine> engines) {
        double total = 0;
        for (Engine engine : engines) {
            total += weight(engine);
        }
        double drawn = random.nextDouble() * total;
        for (Engine engine : engines) {
            drawn -= weight(engine);
            if (drawn < 0) {
                return engine;
            }
        }
        return engines.getLast();
    }

    private static double weight(Engine engine) {
        return 1.0 / (1 + engine.active());
    }
}
