package dev.tutti.kernel.schedule;

/** Whether an engine may get one more task of a lane. */
final class Room {

    private final Now now;
    private final Initialisers initialisers;
    private final Recycling recycling;

    Room(Now now, Initialisers initialisers, Recycling recycling) {
        this.now = now;
        this.initialisers = initialisers;
        this.recycling = recycling;
    }

    boolean isFor(Demand demand, Engine engine) {
        return (demand.isAutomatic()
                        ? isAhead(engine)
                        : isBelow(demand.highWater().getAsInt(), engine))
                && recycling.admits(engine)
                && initialisers.admit(demand.session(), engine);
    }

    private boolean isAhead(Engine engine) {
        return engine.active() == 0
                || engine.aheadNanos() < AheadLimit.WORK_NANOS
                        && engine.active() < AheadLimit.TASKS
                        && !engine.isLate(now.nanos());
    }

    /** @param highWater 0 or less: no limit */
    private static boolean isBelow(int highWater, Engine engine) {
        return highWater <= 0 || engine.active() < highWater;
    }
}
