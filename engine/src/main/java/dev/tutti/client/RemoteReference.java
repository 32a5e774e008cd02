package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A value that stayed on its engine. As an argument of a later call there it stands for the value itself; {@link #get}
 * brings it. The value is freed by {@link #close}, or some time after the reference and all calls that were given it are
 * gone. Any thread. The idea is that of Dask's futures and of Julia's remote references.
 *
 * @param <T> the value's type
 */
public final class RemoteReference<T> implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Dispatcher dispatcher;
    private final EngineId engine;
    private final Parcel parcel;
    private final Cleaner.Cleanable freeing;

    private RemoteReference(Dispatcher dispatcher, EngineId engine, Parcel parcel, Cleaner.Cleanable freeing) {
        this.dispatcher = dispatcher;
        this.engine = engine;
        this.parcel = parcel;
        this.freeing = freeing;
    }

    /** Of what an engine answered: its number and the value's. Freed when the parcel itself is unreachable. */
    static RemoteReference<?> of(Dispatcher dispatcher, Parcel answered) {
        if (!(answered instanceof Parcel.Inline(var codec, var bytes)) || bytes.length != Integer.BYTES + Long.BYTES) {
            throw new RemoteException("A reference came that cannot be read: " + answered, null);
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        EngineId engine = new EngineId(numbers.getInt());
        long number = numbers.getLong();
        Parcel own = new Parcel.Inline(codec, bytes);
        return new RemoteReference<>(
                dispatcher, engine, own, CLEANER.register(own, () -> drop(dispatcher, engine, number)));
    }

    /** What stands for the value among the arguments of a call. */
    Parcel parcel() {
        return parcel;
    }

    /** The number of the engine that has the value. */
    public int engine() {
        return engine.number();
    }

    /**
     * Brings the value.
     *
     * @throws TaskRefusedException if it has been freed, or the engine was started anew since
     * @throws RemoteException if it cannot be sent
     */
    public T get() {
        Fn<T, T> identity = value -> value;
        TaskId task = dispatcher.next();
        Parts parts = new Parts(dispatcher, "");
        Dispatcher.Sink sink = parts.add(task, List.of(engine));
        parts.seal();
        dispatcher.submit(
                List.of(dispatcher.function(identity)),
                List.of(direct(engine)),
                List.of(new Dispatcher.Sent(new TaskSpec(task, 0, 0, List.of(parcel)), sink)));
        return AsyncResult.<T>single(parts).result();
    }

    /** Frees the value. Calls that use the reference later fail. */
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
        return "reference to a value on engine " + engine;
    }
}
