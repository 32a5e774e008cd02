package dev.tutti.engine.load;

/**
 * The parent of every session's loader: the platform's classes, and of ours only the packages that user code may call.
 * So a user's own version of any library cannot clash with ours.
 */
final class PlatformView extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader ours = PlatformView.class.getClassLoader();

    PlatformView() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isOfApi(name)) {
            return ours.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    static boolean isOfApi(String name) {
        return name.startsWith("dev.tutti.client.")
                || name.startsWith("dev.tutti.comm.")
                || name.startsWith("dev.tutti.woven.");
    }
}
