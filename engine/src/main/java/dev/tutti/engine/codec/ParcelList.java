package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.util.ArrayList;
import java.util.List;

/**
 * Parcels in a parcel: int count, then of each byte codec, byte whether it is spooled, and bytes, or string file and long
 * size.
 */
final class ParcelList {

    private static final int LEAST_BYTES = 6;
    private static final Codec[] CODECS = Codec.values();

    private ParcelList() {}

    static Parcel of(List<Parcel> parcels) {
        ByteSink sink = new ByteSink(16 + 64 * parcels.size());
        put(sink, parcels);
        return new Parcel.Inline(Codec.LIST, sink.toBytes());
    }

    static List<Parcel> split(Parcel list) throws UnsendableException {
        if (list.codec() != Codec.LIST || !(list instanceof Parcel.Inline inline)) {
            throw new UnsendableException("A list of values was expected, but this is a value of codec " + list.codec()
                    + " with " + list.size() + " bytes.");
        }
        return get(new ByteSource(inline.bytes()));
    }

    static void put(ByteSink sink, List<Parcel> parcels) {
        sink.putInt(parcels.size());
        for (Parcel parcel : parcels) {
            sink.putByte(parcel.codec().ordinal());
            if (parcel instanceof Parcel.Inline inline) {
                sink.putByte(0).putBytes(inline.bytes());
            } else if (parcel instanceof Parcel.Spooled spooled) {
                sink.putByte(1).putString(spooled.file()).putLong(spooled.size());
            }
        }
    }

    static List<Parcel> get(ByteSource source) throws UnsendableException {
        int count = source.getCount(LEAST_BYTES);
        List<Parcel> parcels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int code = source.getByte();
            if (code < 0 || code >= CODECS.length) {
                throw ByteSource.broken();
            }
            parcels.add(
                    source.getByte() == 0
                            ? new Parcel.Inline(CODECS[code], source.getBytes())
                            : new Parcel.Spooled(CODECS[code], source.getString(), source.getLong()));
        }
        return parcels;
    }

    /** The parcels that lie in this one: elements of a list, captured values of a lambda. */
    static List<Parcel> inside(Parcel parcel) {
        if (!(parcel instanceof Parcel.Inline inline)) {
            return List.of();
        }
        try {
            return switch (inline.codec()) {
                case LIST -> get(new ByteSource(inline.bytes()));
                case LAMBDA -> LambdaCodec.captured(inline.bytes());
                case RAW, GRAPH, SERIAL, REFERENCE -> List.of();
            };
        } catch (UnsendableException e) {
            return List.of(); // what cannot be read names no files
        }
    }

    static long totalSize(Parcel parcel) {
        long size = parcel.size();
        for (Parcel part : inside(parcel)) {
            if (part instanceof Parcel.Spooled spooled) {
                size += spooled.size();
            } else {
                size += totalSize(part) - part.size();
            }
        }
        return size;
    }
}
