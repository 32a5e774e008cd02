package dev.tutti.engine;

import dev.tutti.engine.link.TuttiVersion;

/** The version that an engine shows: that of its jar. */
final class EngineVersion {

    static final String TEXT = TuttiVersion.TEXT;

    private EngineVersion() {}
}
