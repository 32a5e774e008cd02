package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Which engine runs which task when. A state machine: calls say what has happened and when, {@link #orders} says what is
 * to be done; no I/O, no thread, no clock of its own. One thread at a time.
 */
public final class TaskScheduler {

    /** @param runs numbers for runs @param random for the policies that draw */
    public TaskScheduler(Supplier<RequestId> runs, RandomGenerator random) {}

    /** A client's tasks, direct and balanced. */
    public void submitted(Instant now, long client, SessionId session, TaskMessage.Submit submit) {
        throw new UnsupportedOperationException();
    }

    public void cancelled(Instant now, long client, TaskMessage.Cancel cancel) {
        throw new UnsupportedOperationException();
    }

    /** See {@link TaskMessage.Initialise}. */
    public void initialise(Instant now, long client, SessionId session, TaskMessage.Initialise initialise) {
        throw new UnsupportedOperationException();
    }

    /** See {@link TaskMessage.Recycle}. */
    public void recycle(int afterTasks) {
        throw new UnsupportedOperationException();
    }

    /** All that the client wanted is given up. */
    public void clientGone(Instant now, long client) {
        throw new UnsupportedOperationException();
    }

    /** An engine can be given tasks; local never joins. */
    public void engineJoined(Instant now, EngineId engine, Set<String> resources) {
        throw new UnsupportedOperationException();
    }

    public void engineLost(Instant now, EngineId engine, String reason) {
        throw new UnsupportedOperationException();
    }

    public void ended(Instant now, EngineId engine, List<RunEnd> ends) {
        throw new UnsupportedOperationException();
    }

    public void waits(Instant now, EngineId engine, TaskMessage.RunWaits waits) {
        throw new UnsupportedOperationException();
    }

    public void timePassed(Instant now) {
        throw new UnsupportedOperationException();
    }

    /** When {@link #timePassed} is due. */
    public Optional<Instant> nextAlarm() {
        return Optional.empty();
    }

    /** What is to be done since the last call. */
    public List<Order> orders() {
        return List.of();
    }

    /** Whose task a run is, while it runs: where its output and progress go. */
    public Optional<Owner> owner(RequestId run) {
        return Optional.empty();
    }

    public List<EngineLoad> loads() {
        return List.of();
    }

    /** Balanced tasks that wait to be placed. */
    public int unplaced() {
        return 0;
    }

    /** A client's task. */
    public record Owner(long client, TaskId task) {}
}
