package dev.tutti.engine.transport;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Memory kept for the moment when user code has filled the heap: then the engine can still say so, and a cell that
 * drops something can still run. The main thread lets its part go when it has left the user's code, which otherwise would
 * take that too; the threads that read and write have a part of their own, and then wait for the main thread. Any thread.
 */
public final class HeapReserve {

    /** For the end of a cell, and the cell that makes room. */
    public static final HeapReserve OF_MAIN = new HeapReserve(1 << 20);

    private static final HeapReserve OF_SERVICE = new HeapReserve(256 << 10);

    /** So much must be free before it is kept again: else it would be taken from the cell that is to make room. */
    private static final long PLENTY_BYTES = 10L << 20;

    /** So little makes the next answer uncertain: not all that counts as free can be had. */
    private static final long SHORT_BYTES = 4L << 20;

    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final int bytes;
    private volatile byte[] kept;

    private HeapReserve(int bytes) {
        this.bytes = bytes;
    }

    /** Keeps all that is not kept already, if there is plenty. */
    public static void keep() {
        if (freeBytes() > PLENTY_BYTES) {
            OF_MAIN.fill();
            OF_SERVICE.fill();
        }
    }

    /** A thread that serves has got no memory: waits a moment, after which it is to try again. */
    public static void awaitRoom() {
        OF_SERVICE.kept = null;
        LockSupport.parkNanos(AGAIN_NANOS);
    }

    private void fill() {
        if (kept == null) {
            kept = new byte[bytes];
        }
    }

    /** Lets it go if memory has run out, or is about to. @param thrown what has ended the user's code */
    public void release(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            kept = null;
        } else {
            releaseIfShort();
        }
    }

    /** Lets it go if memory is about to run out. */
    public void releaseIfShort() {
        if (kept != null && freeBytes() < SHORT_BYTES) {
            kept = null;
        }
    }

    private static long freeBytes() {
        Runtime jvm = Runtime.getRuntime();
        return jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
    }
}
