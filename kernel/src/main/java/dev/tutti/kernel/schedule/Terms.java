package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of tasks, as the scheduler needs them. */
final class Terms {

    private final TaskOptions options;
    private final Balance balance;
    private final Demand demand;
    private Lane plainLane;

    Terms(SessionId session, TaskOptions options) {
        this.options = options;
        this.balance = options.balance().orElse(Balance.PLAIN);
        this.demand = new Demand(
                session,
                Set.copyOf(options.targets()),
                balance.resources(),
                Optional.empty(),
                Set.of(),
                balance.policy(),
                balance.highWater());
    }

    TaskOptions options() {
        return options;
    }

    List<EngineId> targets() {
        return options.targets();
    }

    boolean isBalanced() {
        return options.balance().isPresent();
    }

    Balance balance() {
        return balance;
    }

    /** What a task asks of an engine that has tried none yet. */
    Demand demand() {
        return demand;
    }

    /** The lane of that demand: most tasks stand there, so it is looked up once for all of a submission. */
    Lane plainLane(Client client) {
        if (plainLane == null) {
            plainLane = client.lanes().of(demand);
        }
        return plainLane;
    }
}
