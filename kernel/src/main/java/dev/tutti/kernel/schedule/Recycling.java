package dev.tutti.kernel.schedule;

/** Gives engines a fresh process after so many tasks each. */
final class Recycling {

    private final Engines engines;
    private final Orders orders;
    private int afterTasks;

    Recycling(Engines engines, Orders orders) {
        this.engines = engines;
        this.orders = orders;
    }

    /** @param count 0: never */
    void after(int count) {
        afterTasks = count;
    }

    /**
     * Whether an engine may get one more balanced task. One whose tasks wait for others may always: they might wait for
     * this one.
     */
    boolean admits(Engine engine) {
        return !engine.leaving
                && (afterTasks <= 0
                        || engine.lasting
                        || engine.hasWaiting()
                        || engine.ended() + engine.active() < afterTasks);
    }

    /** Orders fresh processes for those that are due and have nothing to do. */
    void round() {
        if (afterTasks <= 0) {
            return;
        }
        for (Engine engine : engines.all()) {
            if (!engine.lasting && !engine.leaving && engine.isIdle() && engine.ended() >= afterTasks) {
                engine.leaving = true;
                orders.add(new Order.Recycle(engine.id));
            }
        }
    }
}
