package dev.tutti.engine.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;

/** Lookups with full access to a class: the JDK's own only where {@code java.lang.invoke} is opened to us. */
public final class Access {

    /** The lookup that may all; null where the JVM was started without {@code --add-opens}. */
    private static final class Trusted {
        static final Lookup LOOKUP = find();

        private static Lookup find() {
            try {
                Field field = Lookup.class.getDeclaredField("IMPL_LOOKUP");
                return field.trySetAccessible() ? (Lookup) field.get(null) : null;
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }

    private Access() {}

    /**
     * A lookup that may call all of a class. It may also act in the class's place where that has our own module, or where
     * the JVM was started with {@code --add-opens=java.base/java.lang.invoke=ALL-UNNAMED}.
     *
     * @throws IllegalAccessException if the class is of a module that is closed to us
     */
    public static Lookup in(Class<?> type) throws IllegalAccessException {
        if (Trusted.LOOKUP != null) {
            return Trusted.LOOKUP.in(type);
        }
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }
}
