package dev.tutti.engine.task;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.util.Arrays;

/** A parcel by its content, so that equal ones are found again. */
final class ParcelKey {

    private final Codec codec;
    private final byte[] bytes;
    private final int hash;

    ParcelKey(Parcel.Inline parcel) {
        this.codec = parcel.codec();
        this.bytes = parcel.bytes();
        this.hash = Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParcelKey key
                && hash == key.hash
                && codec == key.codec
                && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
