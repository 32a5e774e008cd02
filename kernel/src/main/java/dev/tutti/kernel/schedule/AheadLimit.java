package dev.tutti.kernel.schedule;

/**
 * How much an engine has ahead where the user sets no high-water mark. See decision 15 on why, and {@link Recalls} on
 * what happens when the tasks turn out to be longer than expected.
 */
final class AheadLimit {

    /** An engine gets another task while what it has is expected to take less than this. */
    static final long WORK_NANOS = 2_000_000;

    /** It never has more tasks than this. */
    static final int TASKS = 256;

    /** The least that a task is expected to take, with what it costs around the call. */
    static final long LEAST_NANOS = WORK_NANOS / TASKS;

    /** An engine that has been at one task for so long gets nothing ahead, and what it has is taken back. */
    static final long LATE_NANOS = 5_000_000;

    private AheadLimit() {}
}
