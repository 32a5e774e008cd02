package dev.tutti.engine.task;

import dev.tutti.engine.codec.ValueCodec;

/** Makes codecs. */
@FunctionalInterface
public interface Codecs {

    /**
     * The codec of a class loader.
     *
     * @param loader whose classes the values have
     * @param references where a reference to a value that stays on an engine is resolved
     */
    ValueCodec of(ClassLoader loader, ValueCodec.References references);
}
