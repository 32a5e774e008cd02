package dev.tutti.engine;

/** The suite on an engine in this JVM, over pipes. */
final class InProcessTaskContextTest extends TaskContextSuite {

    @Override
    TestEngine.Launch launch() {
        return InProcessEngine::start;
    }
}
