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

    /** Whether a parcel names files: its own, or those of what is in it. */
    static boolean hasFiles(Parcel parcel) {
        return switch (parcel.codec()) {
            case LIST, LAMBDA -> parcel instanceof Parcel.Spooled || ValueCodec.totalSize(parcel) != parcel.size();
            case RAW, GRAPH, SERIAL, REFERENCE -> parcel instanceof Parcel.Spooled;
        };
    }

    /** A parcel whose files live as long as it is reachable. */
    Parcel kept(Parcel parcel) {
        if (!hasFiles(parcel)) {
            return parcel;
        }
        Parcel own = switch (parcel) {
            case Parcel.Spooled(var kind, var file, var size) -> new Parcel.Spooled(kind, file, size);
            case Parcel.Inline(var kind, var bytes) -> new Parcel.Inline(kind, bytes);
        };
        ValueCodec releaser = codec;
        CLEANER.register(own, () -> releaser.release(parcel));
        return own;
    }

    /** A parcel that nobody needs any more. */
    void release(Parcel parcel) {
        if (hasFiles(parcel)) {
            codec.release(parcel);
        }
    }
}
