package dev.tutti.engine.link;

/** Tutti's version. A constant, because reading a manifest costs an engine's start; a test compares it with the build's. */
public final class TuttiVersion {

    public static final String TEXT = "0.1.0";

    private TuttiVersion() {}
}
