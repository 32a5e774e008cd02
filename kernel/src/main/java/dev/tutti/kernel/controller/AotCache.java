package dev.tutti.kernel.controller;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The engines' AOT cache: classes loaded and linked ahead of time, which halves an engine's start.
 *
 * @param file the cache; in training, what the JVM calls the AOT configuration, from which a cache is made
 * @param training whether local is to write it when it ends; else all engines use it, and the JVM ignores one that does
 *     not fit. Only the configuration, because making the cache itself would take an ending engine some seconds.
 */
public record AotCache(Path file, boolean training) {

    public AotCache {
        Objects.requireNonNull(file, "file");
    }
}
