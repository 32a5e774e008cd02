package dev.tutti.engine.codec;

import dev.tutti.engine.codec.ValueCodec.References;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.util.ArrayList;
import java.util.List;

/** Parcels' way back to values, for one class loader. Any thread. */
final class Decoding {

    private final Spool spool;
    private final Graphs graphs;
    private final LambdaLinks links;
    private final References references;

    Decoding(Spool spool, Graphs graphs, LambdaLinks links, References references) {
        this.spool = spool;
        this.graphs = graphs;
        this.links = links;
        this.references = references;
    }

    Spool spool() {
        return spool;
    }

    LambdaLinks links() {
        return links;
    }

    References references() {
        return references;
    }

    /** A value that is an argument or result: references become what they stand for. */
    Object value(Parcel parcel) throws UnsendableException {
        return switch (parcel.codec()) {
            case REFERENCE -> reference(parcel, true);
            case GRAPH, SERIAL -> graphs.decode(parcel, this, true);
            case RAW, LAMBDA, LIST -> captured(parcel);
        };
    }

    /** A captured value: references stay what they are, for the code has them as such. */
    Object captured(Parcel parcel) throws UnsendableException {
        return switch (parcel.codec()) {
            case RAW -> RawCodec.decode(parcel, spool);
            case LAMBDA -> LambdaCodec.decode(inline(parcel), this);
            case GRAPH, SERIAL -> graphs.decode(parcel, this, false);
            case REFERENCE -> reference(parcel, false);
            case LIST -> list(parcel);
        };
    }

    private Object list(Parcel parcel) throws UnsendableException {
        List<Object> values = new ArrayList<>();
        for (Parcel each : ParcelList.split(parcel)) {
            values.add(value(each));
        }
        return values;
    }

    private Object reference(Parcel parcel, boolean resolve) throws UnsendableException {
        ByteSource source = new ByteSource(inline(parcel));
        if (source.getByte() != 0) {
            return references.named(source.getString());
        }
        EngineId engine = new EngineId(source.getInt());
        long number = source.getLong();
        return resolve ? references.resolve(engine, number) : references.reference(engine, number);
    }

    private static byte[] inline(Parcel parcel) throws UnsendableException {
        if (parcel instanceof Parcel.Inline inline) {
            return inline.bytes();
        }
        throw ByteSource.broken();
    }
}
