package dev.tutti.kernel.compile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is known of an answer so far. Written by the analysis thread, read by the one who asked, when it is finished
 * or the deadline has passed.
 */
final class Answer<T> {

    private final long deadlineNanos;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile T known;
    private volatile boolean finished;
    private volatile boolean abandoned;

    Answer(T nothing, long deadlineNanos) {
        this.known = nothing;
        this.deadlineNanos = deadlineNanos;
    }

    void publish(T better) {
        if (!abandoned) {
            known = better;
        }
    }

    void finish() {
        finished = !abandoned;
        over.countDown();
    }

    /** A newer question has taken its place. */
    void giveUp() {
        abandoned = true;
        over.countDown();
    }

    /** Whether nobody waits any more: work on it is wasted. */
    boolean isStale() {
        return abandoned || remainingNanos() <= 0;
    }

    long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }

    void await() {
        try {
            if (!over.await(Math.max(0, remainingNanos()), TimeUnit.NANOSECONDS)) {
                abandoned = true;
            }
        } catch (InterruptedException interrupted) {
            abandoned = true;
            Thread.currentThread().interrupt();
        }
    }

    T known() {
        return known;
    }

    boolean isFinished() {
        return finished;
    }
}
