package dev.tutti.client;

import dev.tutti.engine.codec.ValueCodec;
import java.nio.file.Path;

/** The codec of a client. */
final class ClientCodec {

    private ClientCodec() {}

    /** @param loader whose classes the values have */
    static ValueCodec of(ClassLoader loader, Path spool) {
        throw new UnsupportedOperationException("There is no codec yet for " + spool + " and " + loader + ".");
    }
}
