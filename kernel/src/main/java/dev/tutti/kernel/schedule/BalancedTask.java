package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A task that one engine runs. */
final class BalancedTask extends Task {

    /** Where it is on its way. */
    enum State {
        /** Waits for other tasks. */
        BLOCKED,
        /** Waits for an engine. */
        READY,
        /** On an engine, begun or not. */
        PLACED,
        ENDED
    }

    State state = State.BLOCKED;
    int retriesLeft;

    /** While it is blocked: what for. */
    Prerequisites prerequisites;

    /** While it is ready: where it stands. The number keeps its place in line when it comes back from an engine. */
    Lane lane;

    BalancedTask before;
    BalancedTask behind;
    long lineNumber;

    /** While it is placed. */
    Run run;

    /** If it may not wait for ever. */
    Alarm waitingAlarm;

    private Placed placed = Placed.ANYWHERE;

    /**
     * What few tasks have.
     *
     * @param follow engines that it must follow to
     * @param tried those that it is not to try again
     * @param failure how it last failed
     * @param unmet why the last engine that did not take it did not; may be empty
     */
    private record Placed(Optional<Set<EngineId>> follow, Set<Engine> tried, Optional<Attempt> failure, String unmet) {
        static final Placed ANYWHERE = new Placed(Optional.empty(), Set.of(), Optional.empty(), "");
    }

    BalancedTask(Submission submission, TaskSpec spec) {
        super(submission, spec);
        this.retriesLeft = terms().balance().retries();
    }

    void follow(Set<EngineId> places) {
        placed = new Placed(Optional.of(Set.copyOf(places)), placed.tried, placed.failure, placed.unmet);
    }

    /** It is not to run there again. */
    void tried(Engine engine) {
        Set<Engine> tried = new HashSet<>(placed.tried);
        tried.add(engine);
        placed = new Placed(placed.follow, Set.copyOf(tried), placed.failure, placed.unmet);
    }

    void failed(Attempt attempt) {
        placed = new Placed(placed.follow, placed.tried, Optional.of(attempt), placed.unmet);
    }

    Optional<Attempt> failure() {
        return placed.failure;
    }

    boolean hasTried() {
        return !placed.tried.isEmpty();
    }

    /** Where it is not to run again. */
    Set<Engine> tried() {
        return placed.tried;
    }

    /** The last engine did not take it. */
    void unmet(String reason) {
        placed = new Placed(placed.follow, placed.tried, placed.failure, reason);
    }

    String unmetReason() {
        return placed.unmet;
    }

    /** The lane for what it now asks of an engine. */
    Lane demandedLane() {
        Terms terms = terms();
        if (placed.follow.isEmpty() && placed.tried.isEmpty()) {
            return terms.plainLane(client());
        }
        return client().lanes().of(terms.demand().restricted(placed.follow, placed.tried));
    }
}
