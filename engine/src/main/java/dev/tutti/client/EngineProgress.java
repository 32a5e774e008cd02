package dev.tutti.client;

/**
 * What a running task told of its progress: the newest.
 *
 * @param engine where it runs
 * @param done how much of it is done, in its own units
 * @param total of how much; 0 if unknown
 * @param note in its own words; may be empty
 */
public record EngineProgress(int engine, long done, long total, String note) {}
