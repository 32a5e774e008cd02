package dev.tutti.engine.load;

/**
 * The parent of every session's loader: the platform's classes, those of the application in whose JVM the engine lives,
 * if there is one, and of ours only the packages that user code may call. So a user's own version of any library cannot
 * clash with ours.
 */
final class PlatformView extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader ours = PlatformView.class.getClassLoader();

    PlatformView() {
        super(Application.loader().orElseGet(ClassLoader::getPlatformClassLoader));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        // An application may have these too: the agent's jar is on its class path, and it may use Tutti itself.
        if (isOfApi(name)) {
            return ours.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    static boolean isOfApi(String name) {
        return name.startsWith("dev.tutti.client.")
                || name.startsWith("dev.tutti.comm.")
                || name.startsWith("dev.tutti.woven.");
    }
}
