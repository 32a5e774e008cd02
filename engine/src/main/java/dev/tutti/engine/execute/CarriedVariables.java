package dev.tutti.engine.execute;

import dev.tutti.engine.wire.VariableRef;
import dev.tutti.woven.UndefinedVariableException;
import dev.tutti.woven.WovenSite;
import java.lang.reflect.Field;

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

    private static void requireDefined(ClassLoader loader, VariableRef variable) {
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            if (next instanceof WovenSite site) {
                check(site, variable);
                return;
            }
        }
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
