package dev.tutti.kernel.controller;

/** Names one connection for as long as the controller lives; never used twice. Given by the {@link Wire}. */
public record ConnectionId(long value) {}
