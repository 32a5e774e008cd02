package dev.tutti.engine.execute;

import dev.tutti.engine.load.SessionLoader;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.woven.UndefinedVariableException;
import dev.tutti.woven.WovenSite;
import java.lang.reflect.Field;
import java.util.Optional;

/** Reads the session variables that a closure carries away, as its own code would read them here. Any thread. */
public final class CarriedVariables {

    private CarriedVariables() {}

    /**
     * The value of a session variable at this place.
     *
     * @param loader of the closure's class
     * @throws UndefinedVariableException if its declaration has not run here
     * @throws ReflectiveOperationException if there is no such variable
     */
    public static Object read(ClassLoader loader, VariableRef variable) throws ReflectiveOperationException {
        Class<?> wrapper = Class.forName(variable.className(), true, loader);
        requireDefined(wrapper.getClassLoader(), variable);
        Field field = wrapper.getDeclaredField(variable.field());
        field.setAccessible(true); // a wrapper need not be public
        return field.get(null);
    }

    /** Whether classes of a loader see a session. */
    public static boolean seesSession(ClassLoader loader) {
        return site(loader).isPresent();
    }

    /** The loader of the session that classes of a loader see, below which those of contexts lie. */
    public static Optional<ClassLoader> sessionLoader(ClassLoader loader) {
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            if (next instanceof SessionLoader session) {
                return Optional.of(session);
            }
        }
        return Optional.empty();
    }

    private static Optional<WovenSite> site(ClassLoader loader) {
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            if (next instanceof WovenSite site) {
                return Optional.of(site);
            }
        }
        return Optional.empty();
    }

    private static void requireDefined(ClassLoader loader, VariableRef variable) {
        site(loader).ifPresent(site -> check(site, variable));
    }

    private static void check(WovenSite site, VariableRef variable) {
        try {
            site.read(variable.className(), variable.field()).invokeExact();
        } catch (UndefinedVariableException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Whether " + variable + " is defined here cannot be told: " + e, e);
        }
    }
}
