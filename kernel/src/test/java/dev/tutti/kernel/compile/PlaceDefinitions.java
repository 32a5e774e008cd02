package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What woven code calls at a {@link Place}; public because that code lives under other loaders. */
public final class PlaceDefinitions {

    private PlaceDefinitions() {}

    /** The check before a read. */
    public static MethodHandle read(MethodHandles.Lookup lookup, String className, String field) {
        return bound("read", lookup, className, field);
    }

    /** The note after an assignment. */
    public static MethodHandle write(MethodHandles.Lookup lookup, String className, String field) {
        return bound("write", lookup, className, field);
    }

    private static MethodHandle bound(String what, MethodHandles.Lookup lookup, String className, String field) {
        ClassLoader loader = lookup.lookupClass().getClassLoader();
        if (!(loader instanceof Place.Loader own)) {
            return MethodHandles.empty(MethodType.methodType(void.class)); // a task's loader: all is defined there
        }
        Place place = own.place();
        try {
            return MethodHandles.lookup()
                    .findVirtual(Place.class, what, MethodType.methodType(void.class, VariableRef.class))
                    .bindTo(place)
                    .bindTo(new VariableRef(className, field));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The stop check. */
    public static void check() {
        Place.countStopCheck();
    }
}
