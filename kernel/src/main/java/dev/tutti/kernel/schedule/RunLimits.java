package dev.tutti.kernel.schedule;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Stops what has run for longer than it may, and gives up what does not stop: its engine stays busy until it ends. What
 * was cancelled by force and does not stop costs the engine its process.
 */
final class RunLimits {

    /** How long a task has to stop. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Now now;
    private final Alarms alarms;
    private final Orders orders;
    private final RunEnds ends;

    RunLimits(Now now, Alarms alarms, Orders orders, RunEnds ends) {
        this.now = now;
        this.alarms = alarms;
        this.orders = orders;
        this.ends = ends;
    }

    void ranLong(Run run) {
        run.overdue = true;
        orders.stop(run);
        run.alarm = new Alarm(new Alarm.Due.StopsLong(run));
        alarms.set(run.alarm, now.plus(GRACE));
    }

    /** Runs that were told to stop shall let go of their engines, whatever they do. Not of local: that is the session's. */
    void release(Stream<Run> runs, Duration grace) {
        runs.filter(run -> !run.engine.id.isLocal()).forEach(run -> {
            alarms.cancel(run.alarm);
            run.alarm = new Alarm(new Alarm.Due.HoldsOn(run));
            alarms.set(run.alarm, now.plus(grace));
        });
    }

    void holdsOn(Run run) {
        if (!run.engine.leaving) {
            run.engine.leaving = true;
            orders.add(new Order.Recycle(run.engine.id));
        }
    }

    void stopsLong(Run run) {
        String more = " It was told to stop " + Verdict.text(GRACE) + " ago, but has not; " + run.engine.name()
                + " gets no other tasks before it ends.";
        ends.abandon(run, Verdict.ranLong((Task) run.work, more));
    }
}
