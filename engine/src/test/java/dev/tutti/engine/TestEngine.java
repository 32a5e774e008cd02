package dev.tutti.engine;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.ProtocolException;
import java.io.IOException;
import java.nio.file.Path;

/** A running engine and the controller's end of its connection. */
interface TestEngine {

    ControllerEnd controller();

    /** Waits until the engine has ended; its exit status. */
    int awaitEnd(long millis) throws InterruptedException;

    /** Whether classes can be redefined where they are loaded. */
    boolean hasAgent();

    /** Ends it and waits for that. */
    void close() throws Exception;

    /** How to get one. */
    @FunctionalInterface
    interface Launch {
        TestEngine start(EngineId id, Path folder) throws IOException, ProtocolException, InterruptedException;
    }
}
