package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * A value of the user's on its way: to everyone between its two ends only bytes. Small ones travel in their message;
 * large ones lie in a file of the cluster's spool folder, written once however many engines read it, so that neither the
 * controller's memory nor its connections ever hold them.
 */
public sealed interface Parcel {

    Codec codec();

    /** How many bytes the value takes encoded. */
    long size();

    /** The bytes themselves. */
    record Inline(Codec codec, byte[] bytes) implements Parcel {
        public Inline {
            Objects.requireNonNull(codec, "codec");
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /**
     * Where the bytes lie.
     *
     * @param file the file's name in the spool folder
     * @param size its length
     */
    record Spooled(Codec codec, String file, long size) implements Parcel {
        public Spooled {
            Objects.requireNonNull(codec, "codec");
            Objects.requireNonNull(file, "file");
        }
    }
}
