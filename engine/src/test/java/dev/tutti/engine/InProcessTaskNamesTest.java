package dev.tutti.engine;

/** The suite on an engine in this JVM, over pipes. */
final class InProcessTaskNamesTest extends TaskNamesSuite {

    @Override
    TestEngine.Launch launch() {
        return InProcessEngine::start;
    }
}
