package dev.tutti.engine.wire;

/** Names a session of one kernel; an engine keeps a class loader of its own for each. */
public record SessionId(long value) {}
