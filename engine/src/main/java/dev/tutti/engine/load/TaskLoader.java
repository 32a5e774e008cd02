package dev.tutti.engine.load;

import dev.tutti.engine.wire.VariableRef;
import dev.tutti.woven.WovenSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Set;

/**
 * The loader of closures that carry session variables: it defines the classes that touch them anew, so that their fields
 * are its own; all else, records typed at the prompt above all, is the session's. Any thread.
 */
public final class TaskLoader extends ClassLoader implements WovenSite {

    private static final MethodType CHECK = MethodType.methodType(void.class);

    static {
        registerAsParallelCapable();
    }

    private final SessionLoader session;
    private final Set<String> anew;
    private final Set<String> carried;

    /**
     * @param session its parent
     * @param anew the classes to define anew
     * @param variables those that the closures carry
     */
    public TaskLoader(SessionLoader session, Collection<String> anew, Collection<VariableRef> variables) {
        super(session);
        this.session = session;
        this.anew = Set.copyOf(anew);
        this.carried =
                Set.of(variables.stream().map(VariableRef::toString).distinct().toArray(String[]::new));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!anew.contains(name)) {
            return session.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = session.bytes(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public MethodHandle stopCheck() {
        return session.stopCheck();
    }

    @Override
    public MethodHandle read(String className, String field) {
        boolean isCarried = carried.contains(className + "." + field);
        return isCarried ? MethodHandles.empty(CHECK) : session.read(className, field);
    }

    @Override
    public MethodHandle write(String className, String field) {
        try {
            return MethodHandles.lookup()
                    .findStatic(TaskLoader.class, "refuse", MethodType.methodType(void.class, String.class))
                    .bindTo(field);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("refuse", e);
        }
    }

    private static void refuse(String field) {
        throw new IllegalStateException(field + " is assigned in a task; return the value.");
    }
}
