package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One value's way to its parcel: what code it brings along, which files were written. The encoding thread's. */
final class Encoding {

    private static final int REFERENCE = 0;
    private static final int NAMED = 1;

    private final Spool spool;
    private final Graphs graphs;
    private final Set<CodeSite> code = new LinkedHashSet<>(4);
    private final List<Parcel> written = new ArrayList<>(2);

    Encoding(Spool spool, Graphs graphs) {
        this.spool = spool;
        this.graphs = graphs;
    }

    Spool spool() {
        return spool;
    }

    /** Code that is in the value. */
    void met(CodeSite site) {
        code.add(site);
    }

    Encoded encoded(Parcel parcel) {
        return new Encoded(parcel, code);
    }

    /** The value will not be sent: its files are removed. */
    void abandon() {
        for (Parcel parcel : written) {
            if (parcel instanceof Parcel.Spooled spooled) {
                spool.delete(spooled.file());
            }
        }
    }

    Parcel parcel(Object value) throws UnsendableException {
        Parcel raw = RawCodec.encode(value, spool);
        if (raw != null) {
            return noted(raw);
        }
        if (LambdaClass.is(value.getClass())) {
            return LambdaCodec.encode(value, this);
        }
        if (value instanceof Referable reference) {
            return reference(new ByteSink(13)
                    .putByte(REFERENCE)
                    .putInt(reference.engine().number())
                    .putLong(reference.number()));
        }
        if (value instanceof Named named) {
            return reference(new ByteSink(16).putByte(NAMED).putString(named.name()));
        }
        return graph(value);
    }

    private Parcel graph(Object value) throws UnsendableException {
        return noted(graphs.encode(value, this));
    }

    /** Remembers a file. */
    Parcel noted(Parcel parcel) {
        if (parcel instanceof Parcel.Spooled) {
            written.add(parcel);
        }
        return parcel;
    }

    private static Parcel reference(ByteSink sink) {
        return new Parcel.Inline(Codec.REFERENCE, sink.toBytes());
    }

    /**
     * A captured value. One that stands for a variable stays that: the code that captured it has it as such.
     */
    Parcel captured(Object value) throws UnsendableException {
        return value instanceof Named ? graph(value) : parcel(value);
    }

    /** Whether a captured value is encoded as an object graph. */
    static boolean isGraph(Object value) {
        return !(RawCodec.handles(value) || value instanceof Referable || LambdaClass.is(value.getClass()));
    }
}
