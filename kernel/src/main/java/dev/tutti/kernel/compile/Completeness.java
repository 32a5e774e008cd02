package dev.tutti.kernel.compile;

/** Whether a text can be run. */
public enum Completeness {
    /** Enter runs it. */
    COMPLETE,
    /** Enter begins a new line. */
    INCOMPLETE,
    /** It can never be completed: Enter runs it, so that the error is shown. */
    INVALID,
    /** There is nothing in it. */
    EMPTY
}
