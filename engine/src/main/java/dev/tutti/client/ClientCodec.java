package dev.tutti.client;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import java.nio.file.Path;

/** The codec of a client. */
final class ClientCodec {

    private ClientCodec() {}

    /** @param loader whose classes the values have */
    static ValueCodec of(ClassLoader loader, Path spool) {
        return ValueCodec.of(loader, spool, (engine, number) -> {
            throw new UnsendableException("Value " + number + " stays on engine " + engine
                    + "; it is no value here. Fetch it with the reference's get().");
        });
    }
}
