package dev.tutti.engine;

/** The suite on an engine in this JVM, over pipes. */
final class InProcessTaskPlaceTest extends TaskPlaceSuite {

    @Override
    TestEngine.Launch launch() {
        return InProcessEngine::start;
    }
}
