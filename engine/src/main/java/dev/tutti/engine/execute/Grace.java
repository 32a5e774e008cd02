package dev.tutti.engine.execute;

import java.util.concurrent.TimeUnit;

/**
 * What a stopped thread is allowed after its first throw. Code that cleans up passes few stop checks; code that catches
 * what it cannot handle and goes on passes millions: its grace is short.
 */
final class Grace {

    private static final int BUSY_CHECKS = 50_000;
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long sinceNanos = System.nanoTime();
    private int checks;

    /** Called at each check, by the thread itself. */
    boolean isOver() {
        checks++;
        return checks > BUSY_CHECKS && System.nanoTime() - sinceNanos > BUSY_NANOS;
    }
}
