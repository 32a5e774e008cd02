package dev.tutti.woven;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Gives generated classes their links into the session that loaded them. Each handle has the type {@code ()V} and is the
 * invoker of a call site that the session retargets; kept in a {@code static final} field it costs nothing.
 */
public final class Definitions {

    private static final MethodType CHECK = MethodType.methodType(void.class);

    private Definitions() {}

    /**
     * What to call before a session variable is read: does nothing while the variable is defined at this place, else
     * throws {@link UndefinedVariableException}.
     *
     * @param caller a lookup of a class that the session's loader, or a child of it, has defined
     * @param className the wrapper that holds the variable ({@code REPL.$JShell$4})
     * @param field the variable's name
     */
    public static MethodHandle read(Lookup caller, String className, String field) {
        WovenSite site = siteOf(caller);
        return site == null ? MethodHandles.empty(CHECK) : site.read(className, field);
    }

    /** What to call when a session variable is assigned: makes it defined at this place. Parameters as for {@link #read}. */
    public static MethodHandle write(Lookup caller, String className, String field) {
        WovenSite site = siteOf(caller);
        return site == null ? MethodHandles.empty(CHECK) : site.write(className, field);
    }

    /** The handle behind {@link StopCheck}; public because each session defines that class anew, in another package. */
    public static MethodHandle stopCheck(Lookup caller) {
        WovenSite site = siteOf(caller);
        return site == null ? MethodHandles.empty(CHECK) : site.stopCheck();
    }

    /** The nearest session above the caller; null in an ordinary program, where nothing is checked. */
    private static WovenSite siteOf(Lookup caller) {
        ClassLoader loader = caller.lookupClass().getClassLoader();
        while (loader != null) {
            if (loader instanceof WovenSite site) {
                return site;
            }
            loader = loader.getParent();
        }
        return null;
    }
}
