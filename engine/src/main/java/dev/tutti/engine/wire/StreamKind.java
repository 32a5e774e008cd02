package dev.tutti.engine.wire;

/** Which of the two standard streams. */
public enum StreamKind {
    STDOUT,
    STDERR
}
