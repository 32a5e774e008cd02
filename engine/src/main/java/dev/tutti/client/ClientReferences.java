package dev.tutti.client;

import dev.tutti.engine.codec.Encoded;
import dev.tutti.engine.codec.Referable;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.EngineId;

/**
 * What references mean at a client: each stays one, through which the value can be had. The codec that reads them is one
 * of this dispatcher's own, so it comes second.
 */
final class ClientReferences implements ValueCodec.References {

    private volatile Dispatcher dispatcher;
    private volatile ValueCodec codec;

    void of(Dispatcher holder, ValueCodec writer) {
        dispatcher = holder;
        codec = writer;
    }

    @Override
    public Object resolve(EngineId engine, long number) throws UnsendableException {
        return reference(engine, number);
    }

    @Override
    public Object reference(EngineId engine, long number) throws UnsendableException {
        Encoded encoded = codec.encode(new Number(engine, number));
        return HeldReference.of(dispatcher, engine, number, encoded.parcel());
    }

    /** A reference as the codec knows it. */
    private record Number(EngineId engine, long number) implements Referable {}
}
