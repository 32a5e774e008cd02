package dev.tutti.kernel.fold;

/** How much is shown of what was thrown. */
public enum TraceMode {
    /** What was thrown, and its message. */
    MINIMAL,
    /** And the calls of code typed in cells, with causes. */
    PLAIN,
    /** And the line where it happened. */
    CONTEXT,
    /** And all calls, those of libraries too, each with its line. */
    VERBOSE
}
