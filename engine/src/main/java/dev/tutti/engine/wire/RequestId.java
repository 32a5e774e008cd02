package dev.tutti.engine.wire;

/**
 * Ties replies and streams to their request. Each end of a connection numbers its own requests from 1; {@link #NONE}
 * marks what belongs to no request (the handshake, output of threads that outlived their cell).
 */
public record RequestId(long value) {

    /** Belongs to no request. */
    public static final RequestId NONE = new RequestId(0);
}
