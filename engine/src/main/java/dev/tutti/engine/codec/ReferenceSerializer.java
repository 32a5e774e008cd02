package dev.tutti.engine.codec;

import dev.tutti.engine.wire.EngineId;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/** A reference to a value that stayed on an engine, inside a graph. */
final class ReferenceSerializer extends Serializer<Object> {

    private final ForyInstance fory;

    @SuppressWarnings("unchecked")
    ReferenceSerializer(ForyInstance fory, Config config, Class<?> type) {
        super(config, (Class<Object>) type);
        this.fory = fory;
    }

    @Override
    public void write(WriteContext context, Object value) {
        Referable reference = (Referable) value;
        context.writeInt32(reference.engine().number());
        context.writeInt64(reference.number());
    }

    @Override
    public Object read(ReadContext context) {
        fory.met().references = true;
        try {
            return fory.decoding().references().reference(new EngineId(context.readInt32()), context.readInt64());
        } catch (UnsendableException e) {
            throw new CarriedException(e);
        }
    }
}
