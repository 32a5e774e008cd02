package dev.tutti.engine;

/** The suite on an engine in a JVM of its own, over a Unix domain socket. */
final class ChildTaskPlaceTest extends TaskPlaceSuite {

    @Override
    TestEngine.Launch launch() {
        return ChildEngine::start;
    }
}
