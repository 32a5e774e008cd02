package dev.tutti.engine.wire;

/** Names a task of one client; clients number theirs from 1. A direct call to several engines is one task. */
public record TaskId(long value) {}
