package dev.tutti.engine;

import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Where an engine enters the JVM of an application, called by the Attach API. The application's loader loads this class
 * and no other of ours: the engine gets a loader of its own, below the platform's, so that its classes and libraries meet
 * none of the application's, and a second engine, of another version even, none of the first.
 */
public final class AttachAgent {

    private static final String ENGINE = "dev.tutti.engine.AttachedEngine";

    private AttachAgent() {}

    /**
     * Called on a thread of the JVM; returns when the engine has joined, or could not.
     *
     * @param arguments three lines: the engine's jar, the controller's socket, the join token
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) throws Exception {
        String[] lines = arguments.split("\n");
        URL jar = Path.of(lines[0]).toUri().toURL();
        ClassLoader own = new URLClassLoader("tutti", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        Class.forName(ENGINE, true, own)
                .getMethod("enter", String.class, String.class, Instrumentation.class)
                .invoke(null, lines[1], lines[2], instrumentation);
    }
}
