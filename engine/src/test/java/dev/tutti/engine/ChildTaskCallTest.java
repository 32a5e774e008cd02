package dev.tutti.engine;

/** The suite on an engine in a JVM of its own, over a Unix domain socket. */
final class ChildTaskCallTest extends TaskCallSuite {

    @Override
    TestEngine.Launch launch() {
        return ChildEngine::start;
    }
}
