package dev.tutti.engine.task;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The values of one session that stay on this engine, by number. Main thread. */
final class ReferenceTable implements ValueCodec.References {

    /**
     * The next number, for all sessions. It begins with the time, so that a reference to a value of an engine that was
     * restarted since names no other value.
     */
    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() << 20);

    private final EngineId engine;
    private final Map<Long, Object> values = new HashMap<>();

    ReferenceTable(EngineId engine) {
        this.engine = engine;
    }

    /** Keeps a value. Its parcel is the engine's number, then the value's: 4 and 8 bytes, big-endian. */
    Parcel keep(Object value) {
        long number = NEXT.getAndIncrement();
        values.put(number, value);
        byte[] bytes = new byte[Integer.BYTES + Long.BYTES];
        ByteBuffer.wrap(bytes).putInt(engine.number()).putLong(number);
        return new Parcel.Inline(Codec.REFERENCE, bytes);
    }

    /** Lets go the value that was kept for this parcel, if it is one of {@link #keep}. */
    void drop(Parcel parcel) {
        if (parcel instanceof Parcel.Inline inline && inline.codec() == Codec.REFERENCE) {
            values.remove(ByteBuffer.wrap(inline.bytes()).getLong(Integer.BYTES));
        }
    }

    void drop(Collection<Long> numbers) {
        values.keySet().removeAll(numbers);
    }

    @Override
    public Object resolve(EngineId of, long number) throws UnsendableException {
        if (of.number() != engine.number()) {
            throw new UnsendableException("The value of a reference is on engine " + of + ", but it was used on engine "
                    + engine + ". Run the task on engine " + of + ", or get the value first.");
        }
        Object value = values.get(number);
        if (value == null && !values.containsKey(number)) {
            throw new UnsendableException("The value of a reference is not on engine " + engine
                    + " any more: it was freed, or the engine was restarted. Make it anew.");
        }
        return value;
    }
}
