package dev.tutti.kernel.schedule;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An engine's process, from its joining to its loss: what it has to do and has done. */
final class Engine {

    final EngineId id;
    final Optional<EngineId> some;
    final Set<String> resources;

    /** When it last got a balanced task: the larger, the later. */
    long lastGiven;

    /** It gets no fresh process after so many tasks. */
    boolean lasting;

    /** A fresh process has been ordered for it. */
    boolean leaving;

    private final LongTable<Run> runs = new LongTable<>();
    private Run first;
    private Run last;
    private int waiting;
    private long aheadNanos;
    private Run current;
    private long turnNanos;
    private long completed;
    private long failed;
    private long wallNanos;

    Engine(EngineId id, Set<String> resources) {
        this.id = id;
        this.some = Optional.of(id);
        this.resources = Set.copyOf(resources);
        this.lasting = id.isLocal();
    }

    void add(Run run) {
        runs.put(run.id.value(), run);
        run.before = last;
        if (last == null) {
            first = run;
        } else {
            last.behind = run;
        }
        last = run;
        aheadNanos += run.expectedNanos;
    }

    Run find(RequestId run) {
        return runs.get(run.value());
    }

    void remove(Run run) {
        runs.remove(run.id.value());
        if (run.before == null) {
            first = run.behind;
        } else {
            run.before.behind = run.behind;
        }
        if (run.behind == null) {
            last = run.before;
        } else {
            run.behind.before = run.before;
        }
        if (run.waiting) {
            waiting--;
        } else {
            aheadNanos -= run.expectedNanos;
        }
        if (run == current) {
            current = null;
        }
    }

    /** A run has begun to wait for others, or has ended that. */
    void waits(Run run, boolean waits) {
        if (run.waiting == waits) {
            return;
        }
        run.waiting = waits;
        waiting += waits ? 1 : -1;
        aheadNanos += waits ? -run.expectedNanos : run.expectedNanos;
    }

    /** {@code engine 3}, or {@code local}. */
    String name() {
        return EngineRanges.named(List.of(id));
    }

    /** All runs, in the order in which they were sent. */
    List<Run> runs() {
        List<Run> all = new ArrayList<>(runs.size());
        for (Run run = first; run != null; run = run.behind) {
            all.add(run);
        }
        return all;
    }

    /** How many tasks it has, besides those that wait for others. */
    int active() {
        return runs.size() - waiting;
    }

    boolean hasWaiting() {
        return waiting > 0;
    }

    boolean isIdle() {
        return runs.isEmpty();
    }

    /** What its tasks are expected to take. */
    long aheadNanos() {
        return aheadNanos;
    }

    /** The run whose turn it is, as far as is known here, or null. */
    Run current() {
        return current;
    }

    /** The first run that does not wait for others: its turn it is now. */
    Run inTurn() {
        Run run = first;
        while (run != null && run.waiting) {
            run = run.behind;
        }
        return run;
    }

    void turnTo(Run run, long nowNanos) {
        current = run;
        turnNanos = nowNanos;
    }

    /** Whether it has been at one task for so long that what it got ahead is stuck. */
    boolean isLate(long nowNanos) {
        return current != null && nowNanos - turnNanos >= AheadLimit.LATE_NANOS;
    }

    /** Counts a task that has ended here after it had begun. */
    void count(RunEnd end) {
        if (end.outcome() instanceof TaskOutcome.Value) {
            completed++;
        } else {
            failed++;
        }
        wallNanos += end.wallNanos();
    }

    /** How many tasks have ended here. */
    long ended() {
        return completed + failed;
    }

    EngineLoad load() {
        int queued = Math.max(0, active() - 1);
        return new EngineLoad(id, queued, runs.size() - queued, completed, failed, wallNanos);
    }
}
