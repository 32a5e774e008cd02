package dev.tutti.kernel.controller;

/** Names one process that was started for a slot: a restarted slot has another, so late news of the old one is told apart. */
public record LaunchId(long value) {}
