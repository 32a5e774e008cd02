package dev.tutti.kernel.schedule;

import java.time.Duration;

/** Stops what has run for longer than it may, and gives up what does not stop: its engine stays busy until it ends. */
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

    void stopsLong(Run run) {
        String more = " It was told to stop " + Verdict.text(GRACE) + " ago, but has not; " + run.engine.name()
                + " gets no other tasks before it ends.";
        ends.abandon(run, Verdict.ranLong((Task) run.work, more));
    }
}
