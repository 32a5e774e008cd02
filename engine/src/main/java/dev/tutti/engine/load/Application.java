package dev.tutti.engine.load;

import java.util.Optional;

/**
 * The application in whose JVM the engine lives, if it was attached to one. Said once, before there is a session; each
 * attached engine has its own classes of the engine, and so its own of these. Any thread.
 */
public final class Application {

    private static volatile ClassLoader loader;

    private Application() {}

    /** The engine is a guest from now on. @param classes the loader of the application's classes */
    public static void entered(ClassLoader classes) {
        loader = classes;
    }

    /** Whether the JVM is an application's, which goes on without the engine. */
    public static boolean isThere() {
        return loader != null;
    }

    /** Its classes. */
    static Optional<ClassLoader> loader() {
        return Optional.ofNullable(loader);
    }
}
