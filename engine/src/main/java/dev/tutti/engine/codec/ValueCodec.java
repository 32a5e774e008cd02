package dev.tutti.engine.codec;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.nio.file.Path;
import java.util.List;

/** Values to parcels and back, for one class loader. Any thread. */
public interface ValueCodec {

    /** The most bytes that a value may take encoded: 2 GB. */
    long LIMIT_BYTES = Integer.MAX_VALUE;

    /**
     * A codec.
     *
     * @param loader finds the classes of what is decoded
     * @param spool the cluster's spool folder; it must be there before a large value is encoded
     * @param references what references to values that stayed on engines mean here
     */
    static ValueCodec of(ClassLoader loader, Path spool, References references) {
        return new LoaderCodec(loader, spool, references);
    }

    /** A list of values that nobody has decoded. */
    static Parcel list(List<Parcel> parcels) {
        return ParcelList.of(parcels);
    }

    /** The parcels of such a list. @throws UnsendableException if it is none */
    static List<Parcel> split(Parcel list) throws UnsendableException {
        return ParcelList.split(list);
    }

    /** How many bytes a value takes, with those in files that its parcel names. */
    static long totalSize(Parcel parcel) {
        return ParcelList.totalSize(parcel);
    }

    /**
     * Encodes a value. What is large is written to the spool folder; its file is removed by {@link #release}.
     *
     * @throws UnsendableException if the value or something that it reaches cannot travel (a socket, a thread, a lock)
     */
    Encoded encode(Object value) throws UnsendableException;

    /**
     * Encodes a block of an array or list as an array or list of its own, without copying numbers in between.
     *
     * @param sequence an array or a {@link List}
     * @param from the first element
     * @param to the one behind the last
     * @throws UnsendableException as {@link #encode}; also if it is neither
     */
    Encoded encodeRange(Object sequence, int from, int to) throws UnsendableException;

    /**
     * Decodes a value.
     *
     * @throws UnsendableException if the bytes cannot be read here: a class that cannot be had, another version of Fory
     */
    Object decode(Parcel parcel) throws UnsendableException;

    /**
     * Decodes values and puts them together, in order: arrays of one type to an array, else a list, to which arrays and
     * lists give their elements and any other value itself.
     *
     * @throws UnsendableException as {@link #decode}
     */
    Object join(List<Parcel> parcels) throws UnsendableException;

    /** Nobody needs the parcel's bytes any more: removes its files, if it has any. */
    void release(Parcel parcel);

    /**
     * What references mean where a value is decoded. A reference that is an argument, or an element of a list, map or
     * array that is one, becomes the value; a captured one, and one in a field of an object, stays a reference.
     */
    @FunctionalInterface
    interface References {
        /** @throws UnsendableException if the value is not here: the message says where it is, or that it was freed */
        Object resolve(EngineId engine, long number) throws UnsendableException;

        /** The value of a variable. @throws UnsendableException if there is none of that name here */
        default Object named(String name) throws UnsendableException {
            throw new UnsendableException("There is no variable " + name
                    + " here: a variable is named where there is a session, which is on engines.");
        }

        /** The reference itself, for whoever holds it as one. @throws UnsendableException if it cannot be held here */
        default Object reference(EngineId engine, long number) throws UnsendableException {
            throw new UnsendableException("The reference to value " + number + " on engine " + engine
                    + " cannot be held here. Pass it as an argument of its own.");
        }
    }
}
