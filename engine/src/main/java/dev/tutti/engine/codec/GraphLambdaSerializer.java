package dev.tutti.engine.codec;

import java.lang.invoke.SerializedLambda;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.serializer.Serializer;

/** A lambda inside a graph: its site and its captured values, these as parts of the graph. */
final class GraphLambdaSerializer extends Serializer<Object> {

    private final ForyInstance fory;

    @SuppressWarnings("unchecked")
    GraphLambdaSerializer(ForyInstance fory, Config config, Class<?> type) {
        super(config, (Class<Object>) type);
        this.fory = fory;
    }

    @Override
    public void write(WriteContext context, Object lambda) {
        LambdaClass type = LambdaClass.of(lambda.getClass());
        SerializedLambda serialized;
        try {
            serialized = type.serialized(lambda);
        } catch (UnsendableException e) {
            throw new CarriedException(e);
        }
        LambdaClass.Site site = type.site(serialized);
        site.code().ifPresent(fory.encoding()::met);
        MemoryBuffer buffer = context.getBuffer();
        buffer.writeInt32(site.bytes().length);
        buffer.writeBytes(site.bytes());
        buffer.writeInt32(serialized.getCapturedArgCount());
        for (int i = 0; i < serialized.getCapturedArgCount(); i++) {
            context.writeRef(serialized.getCapturedArg(i));
        }
    }

    @Override
    public Object read(ReadContext context) {
        MemoryBuffer buffer = context.getBuffer();
        int length = buffer.readInt32();
        if (length < 0 || length > buffer.size()) {
            throw new CarriedException(ByteSource.broken());
        }
        byte[] site = buffer.readBytes(length);
        int count = buffer.readInt32();
        if (count < 0 || count > 255) {
            throw new CarriedException(ByteSource.broken());
        }
        Object[] captured = new Object[count];
        for (int i = 0; i < count; i++) {
            captured[i] = context.readRef();
        }
        try {
            return fory.decoding().links().make(site, captured);
        } catch (UnsendableException e) {
            throw new CarriedException(e);
        }
    }
}
