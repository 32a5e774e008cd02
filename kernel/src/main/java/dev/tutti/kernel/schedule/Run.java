package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.RequestId;

/** A piece of work on an engine, queued there or begun. */
final class Run {

    final RequestId id;
    final Engine engine;
    final Work work;

    /** How long it is expected to take. */
    final long expectedNanos;

    /** Its neighbours on the engine, in the order in which they were sent. */
    Run before;

    Run behind;

    /** It waits for other tasks. */
    boolean waiting;

    /** It may be taken back if it has not begun. */
    boolean ahead;

    /** It was asked back. */
    boolean recalled;

    /** It was told to stop. */
    boolean stopped;

    /** It has run for longer than it may. */
    boolean overdue;

    /** Nobody waits for its end any more; it only keeps its engine busy. */
    boolean forgotten;

    /** Since when it has been the engine's turn, in nanoseconds since 1970, as far as is known here; 0: not yet. */
    long sinceNanos;

    /** If it may not run for ever. */
    Alarm alarm;

    Run(RequestId id, Engine engine, Work work, long expectedNanos) {
        this.id = id;
        this.engine = engine;
        this.work = work;
        this.expectedNanos = expectedNanos;
    }
}
