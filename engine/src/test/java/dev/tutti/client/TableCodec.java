package dev.tutti.client;

import dev.tutti.engine.codec.CodeSite;
import dev.tutti.engine.codec.Encoded;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A codec for one JVM: a value's bytes are its number in a table, equal for equal values. */
final class TableCodec implements ValueCodec {

    private final List<Object> values = new ArrayList<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<Class<?>, CodeSite> sites = new HashMap<>();
    private final Map<Class<?>, String> refused = new HashMap<>();
    int encodings;

    /** Values of a class bring this code along. */
    void bringsAlong(Class<?> type, CodeSite site) {
        sites.put(type, site);
    }

    void refuse(Class<?> type, String path) {
        refused.put(type, path);
    }

    @Override
    public synchronized Encoded encode(Object value) throws UnsendableException {
        encodings++;
        if (value != null && refused.containsKey(value.getClass())) {
            throw new UnsendableException(refused.get(value.getClass()));
        }
        Integer number = numbers.get(value);
        if (number == null) {
            number = values.size();
            values.add(value);
            numbers.put(value, number);
        }
        byte[] bytes = ByteBuffer.allocate(4).putInt(0, number).array();
        CodeSite site = value == null ? null : sites.get(value.getClass());
        return new Encoded(new Parcel.Inline(Codec.GRAPH, bytes), site == null ? Set.of() : Set.of(site));
    }

    @Override
    public synchronized Object decode(Parcel parcel) throws UnsendableException {
        int number = ByteBuffer.wrap(((Parcel.Inline) parcel).bytes()).getInt();
        Object value = values.get(number);
        if (value instanceof Unreadable) {
            throw new UnsendableException("no such class");
        }
        return value;
    }

    @Override
    public void release(Parcel parcel) {
        // There are no files.
    }

    /** A value that can be sent but not read. */
    record Unreadable() {}
}
