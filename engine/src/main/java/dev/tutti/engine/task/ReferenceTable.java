package dev.tutti.engine.task;

import dev.tutti.engine.codec.Referable;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.execute.VariableException;
import dev.tutti.engine.wire.EngineId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What references mean in one session at this engine: values that stay here, by number, and names. Main thread. */
final class ReferenceTable implements ValueCodec.References {

    /**
     * The next number, for all sessions. It begins with the time, so that a reference to a value of an engine that was
     * restarted since names no other value.
     */
    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() << 20);

    /** A value that stays here. */
    private record Kept(EngineId engine, long number) implements Referable {}

    private final EngineId engine;
    private final NamedValues names;
    private final Map<Long, Object> values = new HashMap<>();
    private long newest;

    ReferenceTable(EngineId engine, NamedValues names) {
        this.engine = engine;
        this.names = names;
    }

    /** Keeps a value. What is told of it is a reference. */
    Referable keep(Object value) {
        Kept kept = new Kept(engine, NEXT.getAndIncrement());
        values.put(kept.number(), value);
        newest = kept.number();
        return kept;
    }

    /** Lets go the value that was kept last: it cannot be told of. */
    void dropNewest() {
        values.remove(newest);
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

    @Override
    public Object named(String name) throws UnsendableException {
        try {
            return names.own(name);
        } catch (VariableException e) {
            throw new UnsendableException(e.getMessage(), e);
        }
    }
}
