package dev.tutti.engine.wire;

import java.util.List;

/** The layout of {@link Parcel}. Every task brings some of them: loops by hand, lists made once. */
final class ParcelCodec {

    /** Bytes that a parcel takes at least: the codec, where it lies, a length. */
    private static final int LEAST_BYTES = 6;

    private static final Codec[] CODECS = Codec.values();

    private ParcelCodec() {}

    static void put(BodyWriter w, Parcel parcel) {
        w.putByte(parcel.codec().ordinal());
        if (parcel instanceof Parcel.Inline inline) {
            w.putBoolean(false).putBytes(inline.bytes());
        } else if (parcel instanceof Parcel.Spooled spooled) {
            w.putBoolean(true).putString(spooled.file()).putLong(spooled.size());
        }
    }

    static Parcel get(BodyReader r) throws ProtocolException {
        int code = r.getByte();
        if (code < 0 || code >= CODECS.length) {
            throw new ProtocolException("A parcel has the unknown codec " + code);
        }
        Codec codec = CODECS[code];
        return r.getBoolean()
                ? new Parcel.Spooled(codec, r.getString(), r.getLong())
                : new Parcel.Inline(codec, r.getBytes());
    }

    static void putAll(BodyWriter w, List<Parcel> parcels) {
        int count = parcels.size();
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            put(w, parcels.get(i));
        }
    }

    static List<Parcel> getAll(BodyReader r) throws ProtocolException {
        int count = r.getCount(LEAST_BYTES);
        switch (count) {
            case 0:
                return List.of();
            case 1:
                return List.of(get(r));
            default:
                Parcel[] parcels = new Parcel[count];
                for (int i = 0; i < count; i++) {
                    parcels[i] = get(r);
                }
                return List.of(parcels);
        }
    }
}
