package dev.tutti.engine.codec;

import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/** Fory's own serializer of a class, noting that objects of it are there: code of the session's, or stand-ins. */
final class NotingSerializer<T> extends Serializer<T> {

    private final ForyInstance fory;
    private final Serializer<T> own;
    private final CodeSite code;
    private final boolean standsIn;
    private long noted;

    NotingSerializer(ForyInstance fory, Config config, Serializer<T> own, Class<T> type) {
        super(config, type, own.needToWriteRef(), own.isImmutable());
        this.fory = fory;
        this.own = own;
        this.code = CodeSite.isOfSession(type.getName()) ? CodeSite.of(type) : null;
        this.standsIn = Named.class.isAssignableFrom(type);
    }

    @Override
    public void write(WriteContext context, T value) {
        if (noted != fory.round()) {
            noted = fory.round();
            if (code != null) {
                fory.encoding().met(code);
            }
        }
        own.write(context, value);
    }

    @Override
    public T read(ReadContext context) {
        fory.met().references |= standsIn;
        return own.read(context);
    }
}
