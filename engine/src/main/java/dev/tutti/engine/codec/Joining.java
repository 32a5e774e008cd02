package dev.tutti.engine.codec;

import dev.tutti.engine.codec.RawCodec.ArrayShape;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts blocks together. Arrays of primitives go from their bytes straight to their place in the whole. */
final class Joining {

    private final Spool spool;
    private final ValueCodec codec;

    Joining(Spool spool, ValueCodec codec) {
        this.spool = spool;
        this.codec = codec;
    }

    Object join(List<Parcel> parcels) throws UnsendableException {
        Object array = primitives(parcels);
        if (array != null) {
            return array;
        }
        List<Object> parts = new ArrayList<>(parcels.size());
        for (Parcel parcel : parcels) {
            parts.add(codec.decode(parcel));
        }
        return ofOneArrayType(parts) ? array(parts) : list(parts);
    }

    private Object primitives(List<Parcel> parcels) throws UnsendableException {
        int code = -1;
        long total = 0;
        for (Parcel parcel : parcels) {
            ArrayShape shape = parcel.codec() == Codec.RAW ? open(parcel, RawCodec::shape) : null;
            if (shape == null || code >= 0 && code != shape.code()) {
                return null;
            }
            code = shape.code();
            total += shape.count();
        }
        if (code < 0) {
            return null;
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new UnsendableException("The blocks have " + total
                    + " elements together, more than an array can have." + " Gather them as a list of blocks.");
        }
        Object whole = Primitives.newArray(code, (int) total);
        int at = 0;
        for (Parcel parcel : parcels) {
            int from = at;
            at += open(parcel, bytes -> {
                int count = RawCodec.shape(bytes).count();
                RawCodec.copy(bytes, whole, from);
                return count;
            });
        }
        return whole;
    }

    private <T> T open(Parcel parcel, Spool.Reading<T> reading) throws UnsendableException {
        return parcel instanceof Parcel.Inline inline
                ? reading.read(ByteBuffer.wrap(inline.bytes()).order(ByteOrder.nativeOrder()))
                : spool.read((Parcel.Spooled) parcel, reading);
    }

    private static boolean ofOneArrayType(List<Object> parts) {
        Class<?> type = null;
        for (Object part : parts) {
            if (part == null || !part.getClass().isArray() || type != null && type != part.getClass()) {
                return false;
            }
            type = part.getClass();
        }
        return type != null;
    }

    private static Object array(List<Object> parts) throws UnsendableException {
        long total = 0;
        for (Object part : parts) {
            total += Array.getLength(part);
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new UnsendableException("The blocks have " + total
                    + " elements together, more than an array can have." + " Gather them as a list of blocks.");
        }
        Object whole = Array.newInstance(parts.getFirst().getClass().getComponentType(), (int) total);
        int at = 0;
        for (Object part : parts) {
            int count = Array.getLength(part);
            System.arraycopy(part, 0, whole, at, count);
            at += count;
        }
        return whole;
    }

    private static List<Object> list(List<Object> parts) {
        List<Object> whole = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Collection<?> elements) {
                whole.addAll(elements);
            } else if (part != null && part.getClass().isArray()) {
                for (int i = 0; i < Array.getLength(part); i++) {
                    whole.add(Array.get(part, i));
                }
            } else {
                whole.add(part);
            }
        }
        return whole;
    }
}
