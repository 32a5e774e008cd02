package dev.tutti.engine;

/** Tutti's version. A constant, because reading a manifest costs an engine's start; a test compares it with the build's. */
final class EngineVersion {

    static final String TEXT = "0.1.0";

    private EngineVersion() {}
}
