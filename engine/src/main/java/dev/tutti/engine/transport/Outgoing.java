package dev.tutti.engine.transport;

/** Something that waits its turn in the outbox. */
sealed interface Outgoing permits OutputBatch, Outgoing.Ready {

    /** The encoded frame. Called once, by the writing thread. */
    byte[] frame();

    /** An encoded message. */
    record Ready(byte[] frame) implements Outgoing {}
}
