package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;

/**
 * A lambda's layout: the site's bytes ({@link LambdaClass}) after their count, byte whether one array holds all captured
 * values, and these as {@link ParcelList} has parcels. They are in one array where more than one of them is an object
 * graph: so an object that two of them reach stays one.
 */
final class LambdaCodec {

    private LambdaCodec() {}

    static Parcel encode(Object lambda, Encoding encoding) throws UnsendableException {
        LambdaClass type = LambdaClass.of(lambda.getClass());
        SerializedLambda serialized = type.serialized(lambda);
        LambdaClass.Site site = type.site(serialized);
        if (site.code().isPresent()) {
            encoding.met(site.code().get());
        }
        int count = serialized.getCapturedArgCount();
        ByteSink sink = new ByteSink(16 + site.bytes().length + 32 * count).putBytes(site.bytes());
        if (graphs(serialized) > 1) {
            Object[] captured = new Object[count];
            for (int i = 0; i < count; i++) {
                captured[i] = serialized.getCapturedArg(i);
            }
            ParcelList.put(sink.putByte(1), List.of(encoding.captured(captured)));
        } else {
            List<Parcel> captured = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                captured.add(encoding.captured(serialized.getCapturedArg(i)));
            }
            ParcelList.put(sink.putByte(0), captured);
        }
        return new Parcel.Inline(Codec.LAMBDA, sink.toBytes());
    }

    private static int graphs(SerializedLambda lambda) {
        int graphs = 0;
        for (int i = lambda.getCapturedArgCount() - 1; i >= 0; i--) {
            if (Encoding.isGraph(lambda.getCapturedArg(i))) {
                graphs++;
            }
        }
        return graphs;
    }

    static Object decode(byte[] bytes, Decoding decoding) throws UnsendableException {
        ByteSource source = new ByteSource(bytes);
        byte[] site = source.getBytes();
        boolean together = source.getByte() != 0;
        List<Parcel> parcels = ParcelList.get(source);
        if (together && parcels.size() == 1 && decoding.captured(parcels.getFirst()) instanceof Object[] captured) {
            return decoding.links().make(site, captured);
        }
        Object[] captured = new Object[parcels.size()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = decoding.captured(parcels.get(i));
        }
        return decoding.links().make(site, captured);
    }

    /** The parcels in which its captured values are. */
    static List<Parcel> captured(byte[] bytes) throws UnsendableException {
        ByteSource source = new ByteSource(bytes);
        source.getBytes();
        source.getByte();
        return ParcelList.get(source);
    }
}
