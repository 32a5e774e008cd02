package dev.tutti.engine.codec;

import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/** Refuses objects that are no data; that there is a field for one does not matter. */
final class ObstacleSerializer extends Serializer<Object> {

    private final String reason;

    @SuppressWarnings("unchecked")
    ObstacleSerializer(Config config, Class<?> type, String reason) {
        super(config, (Class<Object>) type);
        this.reason = reason;
    }

    @Override
    public void write(WriteContext context, Object value) {
        throw refused();
    }

    @Override
    public Object read(ReadContext context) {
        throw refused();
    }

    private CarriedException refused() {
        return new CarriedException(new UnsendableException(
                "The value cannot travel, because it reaches a " + getType().getName() + ". " + reason));
    }
}
