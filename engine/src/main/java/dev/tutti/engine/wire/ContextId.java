package dev.tutti.engine.wire;

/**
 * Names the session variables that a closure carries, by a digest of their names and encoded values: equal contexts have
 * equal ids, so an engine that has one is not sent it again.
 */
public record ContextId(long high, long low) {}
