package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One end that a result waits for: a balanced task, or a direct call on one of its targets. Filled on the thread
 * {@code client-reader}, read by any. A value is decoded when it is first asked for, by whoever asks.
 *
 * <p>Its monitor is the innermost of the client's: under it nothing else is called but listeners that note output down.
 */
final class Part implements Dispatcher.Sink {

    private final Parts owner;
    private final TaskId task;
    private EngineId engine;
    private TaskEnd end;
    private CapturedText text;
    private Inputs inputs;
    private EngineProgress progress;
    private List<Listener> listeners = List.of();

    private final Object reading = new Object();
    private boolean read;
    private Object value;
    private RuntimeException error;

    /** Told of news, on the thread that brings them: must not block. */
    interface Listener {
        void ended(Part part);

        /** Under the part's monitor: must only note it down. */
        void wrote(EngineId engine, StreamKind kind, String text);
    }

    /** @param target of a direct call; null for a balanced task */
    Part(Parts owner, TaskId task, EngineId target) {
        this.owner = owner;
        this.task = task;
        this.engine = target;
    }

    /** What its task is made of: kept unless it succeeds. */
    synchronized void madeOf(Inputs of) {
        inputs = of;
    }

    TaskId task() {
        return task;
    }

    /** Where it ran, or is to run; nothing if that is not known. */
    synchronized Optional<EngineId> engine() {
        return Optional.ofNullable(engine);
    }

    synchronized boolean hasEnded() {
        return end != null;
    }

    /** Whether it ended by a value; nothing is decoded. */
    synchronized boolean succeeded() {
        return end != null && end.outcome() instanceof TaskOutcome.Value;
    }

    synchronized Optional<EngineProgress> progress() {
        return end == null ? Optional.ofNullable(progress) : Optional.empty();
    }

    @Override
    public Optional<Parts> owner() {
        return Optional.of(owner);
    }

    @Override
    public void ended(TaskEnd how) {
        List<Listener> told;
        synchronized (this) {
            if (end != null) {
                return;
            }
            end = how;
            engine = how.engine().orElse(engine);
            inputs = how.outcome() instanceof TaskOutcome.Value ? null : inputs;
            told = listeners;
            listeners = List.of();
        }
        owner.ended(this);
        told.forEach(listener -> listener.ended(this));
    }

    @Override
    public synchronized void output(EngineId source, StreamKind kind, String written) {
        if (text == null) {
            text = new CapturedText();
        }
        engine = source;
        text.add(kind, written);
        listeners.forEach(listener -> listener.wrote(source, kind, written));
    }

    @Override
    public synchronized void progress(EngineId source, long done, long total, String note) {
        engine = source;
        progress = new EngineProgress(source.number(), done, total, note);
    }

    /** Tells a listener what has been so far, and from now on what comes. */
    void listen(Listener listener) {
        synchronized (this) {
            if (text != null) {
                text.chunks().forEach(chunk -> listener.wrote(engine, chunk.kind(), chunk.text()));
            }
            if (end == null) {
                List<Listener> more = new ArrayList<>(listeners);
                more.add(listener);
                listeners = more;
                return;
            }
        }
        listener.ended(this);
    }

    synchronized void unlisten(Listener listener) {
        List<Listener> fewer = new ArrayList<>(listeners);
        fewer.remove(listener);
        listeners = fewer;
    }

    synchronized String text(StreamKind kind) {
        return text == null ? "" : text.of(kind);
    }

    /** Its value. Only after its end. @throws RuntimeException what {@link #error} tells */
    Object value() {
        Optional<RuntimeException> failure = error();
        if (failure.isPresent()) {
            throw failure.get();
        }
        return value;
    }

    /** Why it did not end by a value; nothing is decoded. Only after its end. */
    Optional<RuntimeException> failure() {
        return succeeded() ? Optional.empty() : error();
    }

    /** Its value as it came. Only after its end by one. */
    Parcel parcel() {
        return ((TaskOutcome.Value) end().outcome()).value();
    }

    /** Why there is no value. Only after its end. */
    Optional<RuntimeException> error() {
        synchronized (reading) {
            if (!read) {
                read();
                read = true;
            }
            return Optional.ofNullable(error);
        }
    }

    private void read() {
        TaskEnd how = end();
        Dispatcher dispatcher = owner.dispatcher();
        if (how.outcome() instanceof TaskOutcome.Value(var parcel)) {
            try {
                value = dispatcher.value(parcel);
            } catch (RuntimeException e) {
                error = e;
            } catch (LinkageError | StackOverflowError | OutOfMemoryError e) { // constructors of the user's run there
                error = new RemoteException("The value came, but cannot be read here: " + e, e);
            }
        } else {
            error = new Failures(dispatcher).of(how).orElseThrow();
            if (error instanceof RemoteException remote) {
                remote.of(inputsNow());
            }
        }
    }

    private synchronized Optional<Inputs> inputsNow() {
        return Optional.ofNullable(inputs);
    }

    synchronized TaskEnd end() {
        if (end == null) {
            throw new IllegalStateException("The task has not ended yet. Wait for it first.");
        }
        return end;
    }

    /** Only after its end. */
    Outcome outcome() {
        TaskEnd how = end();
        Optional<RuntimeException> failure = error();
        OptionalInt number = engine().map(id -> OptionalInt.of(id.number())).orElse(OptionalInt.empty());
        return new Outcome(
                number,
                failure.isPresent() ? null : value,
                failure,
                text(StreamKind.STDOUT),
                text(StreamKind.STDERR),
                times(how));
    }

    private static Outcome.Times times(TaskEnd how) {
        Optional<Instant> started =
                how.startedMillis() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(how.startedMillis()));
        return new Outcome.Times(
                Instant.ofEpochMilli(how.submittedMillis()),
                started,
                started.map(begun -> begun.plusNanos(how.wallNanos())),
                Duration.ofNanos(how.wallNanos()),
                Duration.ofNanos(how.cpuNanos()));
    }
}
