package dev.tutti.engine.transport;

/** Something that waits its turn in the outbox. */
sealed interface Outgoing permits OutputBatch, EndsBatch, Outgoing.Ready {

    /** The encoded frame. Called once, by the writing thread. */
    byte[] frame();

    /** It is not to wait for more. */
    void hurry();

    /** Nanoseconds for which it may still wait for more of its kind, while it is the last; 0 or less: none. */
    long lingersNanos(long now);

    /** An encoded message. */
    record Ready(byte[] frame) implements Outgoing {
        @Override
        public void hurry() {
            // It does not wait.
        }

        @Override
        public long lingersNanos(long now) {
            return 0;
        }
    }
}
