package dev.tutti.engine.codec;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;

/** Values to parcels and back, for one class loader. Any thread. */
public interface ValueCodec {

    /**
     * Encodes a value. What is large is written to the spool folder; its file is removed by {@link #release}.
     *
     * @throws UnsendableException if the value or something that it reaches cannot travel (a socket, a thread, a lock)
     */
    Encoded encode(Object value) throws UnsendableException;

    /**
     * Decodes a value.
     *
     * @throws UnsendableException if the bytes cannot be read here: a class that cannot be had, another version of Fory
     */
    Object decode(Parcel parcel) throws UnsendableException;

    /** Nobody needs the parcel's bytes any more: removes its file, if it has one. */
    void release(Parcel parcel);

    /** Resolves references to values that stayed on an engine. */
    @FunctionalInterface
    interface References {
        /** @throws UnsendableException if the value is not here: the message says where it is, or that it was freed */
        Object resolve(EngineId engine, long number) throws UnsendableException;
    }
}
