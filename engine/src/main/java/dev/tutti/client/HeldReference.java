package dev.tutti.client;

import dev.tutti.engine.codec.Referable;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Optional;

/** A reference to a value of an engine, held by the client that the value was kept for. Any thread. */
final class HeldReference<T> implements RemoteReference<T>, Referable {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Dispatcher dispatcher;
    private final Value value;
    private final Parcel parcel;
    private final Cleaner.Cleanable freeing;

    /** Which value. */
    private record Value(EngineId engine, long number) {}

    private HeldReference(Dispatcher dispatcher, Value value, Parcel parcel, Cleaner.Cleanable freeing) {
        this.dispatcher = dispatcher;
        this.value = value;
        this.parcel = parcel;
        this.freeing = freeing;
    }

    /**
     * A reference that came from an engine.
     *
     * @param parcel what stands for it; the value is freed when this object is unreachable
     */
    static HeldReference<?> of(Dispatcher dispatcher, EngineId engine, long number, Parcel parcel) {
        return new HeldReference<>(
                dispatcher,
                new Value(engine, number),
                parcel,
                CLEANER.register(parcel, () -> drop(dispatcher, engine, number)));
    }

    /** What stands for the value among the arguments of a call. */
    Parcel parcel() {
        return parcel;
    }

    @Override
    public int engineId() {
        return value.engine().number();
    }

    @Override
    public EngineId engine() {
        return value.engine();
    }

    @Override
    public long number() {
        return value.number();
    }

    @Override
    public T get() {
        Fn<T, T> identity = kept -> kept;
        TaskId task = dispatcher.next();
        Parts parts = new Parts(dispatcher, "");
        Dispatcher.Sink sink = parts.add(task, List.of(value.engine()));
        parts.seal();
        dispatcher.submit(
                List.of(dispatcher.function(identity)),
                List.of(direct(value.engine())),
                List.of(new Dispatcher.Sent(new TaskSpec(task, 0, 0, List.of(parcel)), sink)));
        return AsyncResult.<T>single(parts).result();
    }

    @Override
    public void close() {
        freeing.clean();
    }

    private static void drop(Dispatcher dispatcher, EngineId engine, long number) {
        TaskSpec spec = new TaskSpec(dispatcher.next(), 0, 0, List.of());
        dispatcher.submit(
                List.of(new TaskFunction.Drop(List.of(number), List.of())),
                List.of(direct(engine)),
                List.of(new Dispatcher.Sent(spec, new Nobody())));
    }

    private static TaskOptions direct(EngineId engine) {
        return new TaskOptions(List.of(engine), Optional.empty(), false, Optional.empty(), "");
    }

    /** Whether the value was there to be dropped, or its engine, is of no interest. */
    private static final class Nobody implements Dispatcher.Sink {

        @Override
        public Optional<Parts> owner() {
            return Optional.empty();
        }

        @Override
        public void ended(TaskEnd end) {
            // Gone either way.
        }

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {
            // Dropping writes nothing.
        }

        @Override
        public void progress(EngineId engine, long done, long total, String note) {
            // Dropping takes no time.
        }
    }

    @Override
    public String toString() {
        return "reference to a value on engine " + value.engine();
    }
}
