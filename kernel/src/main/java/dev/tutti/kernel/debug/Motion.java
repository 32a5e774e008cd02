package dev.tutti.kernel.debug;

/** How the debugged thread goes on. */
public enum Motion {
    /** To the next line, into what it calls. */
    INTO,
    /** To the next line of the same method, or of its caller. */
    OVER,
    /** To the caller. */
    OUT,
    /** To the next breakpoint. */
    FREE
}
