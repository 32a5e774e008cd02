package dev.tutti.engine.codec;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/** An array of primitives inside a graph: a large one follows the graph, and is copied once from there to here. */
final class BulkArraySerializer<T> extends Serializer<T> {

    /** What is smaller lies in the graph. */
    private static final int LEAST_BYTES = 64 << 10;

    private final ForyInstance fory;
    private final Serializer<T> small;
    private final int code;

    BulkArraySerializer(ForyInstance fory, Config config, Serializer<T> small) {
        super(config, small.getType());
        this.fory = fory;
        this.small = small;
        this.code = Primitives.code(small.getType());
    }

    @Override
    public void write(WriteContext context, T array) {
        int count = Array.getLength(array);
        long bytes = (long) count * Primitives.width(code);
        if (bytes < LEAST_BYTES) {
            context.writeBoolean(false);
            small.write(context, array);
        } else {
            context.writeBoolean(true);
            context.writeInt32(count);
            fory.bulk(array, bytes);
        }
    }

    @Override
    public T read(ReadContext context) {
        if (!context.readBoolean()) {
            return small.read(context);
        }
        int count = context.readInt32();
        ByteBuffer source = fory.bulkSource();
        if (count < 0 || (long) count * Primitives.width(code) > source.remaining()) {
            throw new CarriedException(ByteSource.broken());
        }
        T array = small.getType().cast(Primitives.newArray(code, count));
        Primitives.get(source, array, 0, count);
        return array;
    }
}
