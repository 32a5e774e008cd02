package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Parcel;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The codec for the classes of one loader. Any thread. */
final class LoaderCodec implements ValueCodec {

    private final Spool spool;
    private final Graphs graphs;
    private final Decoding decoding;

    LoaderCodec(ClassLoader loader, Path folder, References references) {
        this.spool = new Spool(folder);
        this.graphs = new Graphs(loader);
        this.decoding = new Decoding(spool, graphs, new LambdaLinks(loader), references);
    }

    @Override
    public Encoded encode(Object value) throws UnsendableException {
        Encoding encoding = new Encoding(spool, graphs);
        boolean encoded = false;
        try {
            Encoded result = encoding.encoded(encoding.parcel(value));
            encoded = true;
            return result;
        } catch (UnsendableException e) {
            Optional<String> path = new ObstacleSearch().from(value);
            if (path.isPresent()) {
                throw new UnsendableException(path.get());
            }
            throw e;
        } finally {
            if (!encoded) {
                encoding.abandon();
            }
        }
    }

    @Override
    public Encoded encodeRange(Object sequence, int from, int to) throws UnsendableException {
        if (sequence instanceof List<?> list) {
            return encode(new ArrayList<>(list.subList(from, to)));
        }
        if (sequence == null || !sequence.getClass().isArray()) {
            throw new UnsendableException("Blocks are of an array or a list, not of a "
                    + (sequence == null ? "null" : sequence.getClass().getName()) + ".");
        }
        int length = Array.getLength(sequence);
        if (from < 0 || to < from || to > length) {
            throw new UnsendableException(
                    "There is no block from " + from + " to " + to + " in an array of " + length + " elements.");
        }
        Parcel raw = RawCodec.encodeRange(sequence, from, to, spool);
        return raw != null
                ? new Encoding(spool, graphs).encoded(raw)
                : encode(Arrays.copyOfRange((Object[]) sequence, from, to));
    }

    @Override
    public Object decode(Parcel parcel) throws UnsendableException {
        try {
            return decoding.value(parcel);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new UnsendableException("The value cannot be decoded: " + e.getMessage(), e);
        }
    }

    @Override
    public Object join(List<Parcel> parcels) throws UnsendableException {
        return new Joining(spool, this).join(parcels);
    }

    @Override
    public void release(Parcel parcel) {
        if (parcel instanceof Parcel.Spooled spooled) {
            spool.delete(spooled.file());
        }
        ParcelList.inside(parcel).forEach(this::release);
    }
}
