package dev.tutti.kernel;

/**
 * An expression that is computed at local while its cell is being typed, in the session as earlier cells have left it. It
 * is no cell: it gets no number, its value is not kept, and it declares nothing; what it changes stays changed.
 */
public interface Evaluation {

    /** Computes it, once. Returns when it has ended. */
    ExpressionValue run();

    /** Stops it; called again, replaces the local engine if that has not stopped. Any thread. */
    void stop();
}
