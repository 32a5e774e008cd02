package dev.tutti.engine.codec;

import dev.tutti.engine.wire.EngineId;

/**
 * A reference to a value that stayed on an engine. As an argument, a captured value, or an element of a list, map or
 * array that is one, it travels as its number; see {@link ValueCodec.References}.
 */
public interface Referable {

    /** Where the value is. */
    EngineId engine();

    /** The engine's number for it. */
    long number();
}
