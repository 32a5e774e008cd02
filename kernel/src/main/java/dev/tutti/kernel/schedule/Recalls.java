package dev.tutti.kernel.schedule;

import java.util.OptionalLong;

/**
 * Work stealing, from the engine's side: when an engine has been at one task for {@link AheadLimit#LATE_NANOS}, what it
 * got ahead is taken back, and stands in line again where it stood before. So a wrong guess at how long a task takes costs
 * those behind it some milliseconds, whether another engine is idle now, or joins later, or another client is in line.
 * Tasks under a high-water mark of the user's stay where they are.
 */
final class Recalls {

    private final Now now;
    private final Engines engines;
    private final Orders orders;

    /** In nanoseconds since 1970; 0: no engine has anything ahead. */
    private long checkNanos;

    Recalls(Now now, Engines engines, Orders orders) {
        this.now = now;
        this.engines = engines;
        this.orders = orders;
    }

    /** Some engine has something ahead. */
    void watch() {
        if (checkNanos == 0) {
            checkNanos = now.nanos() + AheadLimit.LATE_NANOS;
        }
    }

    OptionalLong next() {
        return checkNanos == 0 ? OptionalLong.empty() : OptionalLong.of(checkNanos);
    }

    void timePassed() {
        if (checkNanos == 0 || checkNanos > now.nanos()) {
            return;
        }
        checkNanos = 0;
        for (Engine engine : engines.all()) {
            if (engine.active() > 1 && hasAhead(engine)) {
                if (engine.isLate(now.nanos())) {
                    recall(engine);
                } else {
                    watch();
                }
            }
        }
    }

    private static boolean hasAhead(Engine engine) {
        for (Run run = engine.current(); run != null; run = run.behind) {
            if (isAhead(run)) {
                return true;
            }
        }
        return false;
    }

    private void recall(Engine engine) {
        for (Run run = engine.current(); run != null; run = run.behind) {
            if (isAhead(run)) {
                orders.recall(run);
            }
        }
    }

    /** One that waits for others has begun; one that has been asked back, or told to stop, is on its way. */
    private static boolean isAhead(Run run) {
        return run.ahead && run != run.engine.current() && !run.waiting && !run.recalled && !run.stopped;
    }
}
