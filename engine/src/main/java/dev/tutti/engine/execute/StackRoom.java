package dev.tutti.engine.execute;

/**
 * Whether a thread has stack left for more. The JVM does not tell; but to go down a known way and come back is harmless
 * and takes microseconds. An overflow in the midst of the engine's own work would not be.
 */
final class StackRoom {

    /** Frames of {@link #descend}, of a hundred bytes or more each. */
    private static final int FRAMES = 1500;

    private StackRoom() {}

    /** Whether the calling thread can go some 150 KB deeper. */
    static boolean isLeft() {
        try {
            return descend(FRAMES, 1, 2, 3, 4, 5, 6) != 0;
        } catch (StackOverflowError _) {
            return false;
        }
    }

    /** Compiled code keeps the parameters that it needs after the call in its frame. */
    private static long descend(int frames, long a, long b, long c, long d, long e, long f) {
        if (frames == 0) {
            return a + b + c + d + e + f;
        }
        return descend(frames - 1, b, c, d, e, f, a) + a + b * 3 + c * 5 + d * 7 + e * 11 + f * 13;
    }
}
