package dev.tutti.client;

import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.Parcel;
import java.lang.ref.Cleaner;

/**
 * Sees to it that files of the spool folder go when nobody needs them any more: at once where that is known, else when the
 * parcel that names them is unreachable. Any thread.
 */
final class SpoolFiles {

    private static final Cleaner CLEANER = Cleaner.create();

    private final ValueCodec codec;

    SpoolFiles(ValueCodec codec) {
        this.codec = codec;
    }

    /** A parcel whose file lives as long as it is reachable. */
    Parcel kept(Parcel parcel) {
        if (parcel instanceof Parcel.Spooled(var kind, var file, var size)) {
            Parcel own = new Parcel.Spooled(kind, file, size);
            ValueCodec releaser = codec;
            CLEANER.register(own, () -> releaser.release(parcel));
            return own;
        }
        return parcel;
    }

    /** A parcel that nobody needs any more. */
    void release(Parcel parcel) {
        if (parcel instanceof Parcel.Spooled) {
            codec.release(parcel);
        }
    }
}
