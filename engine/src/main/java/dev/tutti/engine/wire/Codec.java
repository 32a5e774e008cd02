package dev.tutti.engine.wire;

/** How the bytes of a {@link Parcel} are to be read; the codes on the wire are the ordinals and never change. */
public enum Codec {
    /** Null, boxed primitives, strings, and arrays of primitives and strings, as they are, in native order. */
    RAW,
    /** A lambda or method reference: its site and its captured values. */
    LAMBDA,
    /** Any object graph, by Apache Fory. */
    GRAPH,
    /** Any serializable object graph, by the JDK: where Fory is not at hand. */
    SERIAL,
    /** A value that stays on an engine: its number and the engine's. */
    REFERENCE,
    /** Several parcels, one after the other: a list of values that nobody had to decode. */
    LIST
}
