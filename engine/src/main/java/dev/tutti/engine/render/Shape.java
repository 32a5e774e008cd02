package dev.tutti.engine.render;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Which values are shown by their parts. A class of the user's that has its own {@code toString} speaks for itself. */
enum Shape {
    ARRAY,
    COLLECTION,
    MAP,
    ENTRY,
    RECORD,
    OPTIONAL,
    ATOM;

    /** The shape of a value that is not null. */
    static Shape of(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return ARRAY;
        }
        if (value instanceof Record) {
            return hasGeneratedToString(type) && RecordParts.readable(type) ? RECORD : ATOM;
        }
        if (value instanceof Optional) {
            return OPTIONAL;
        }
        boolean parted = value instanceof Collection || value instanceof Map || value instanceof Map.Entry;
        if (!parted || !hasPlatformToString(type)) {
            return ATOM;
        }
        if (value instanceof Collection) {
            return COLLECTION;
        }
        return value instanceof Map ? MAP : ENTRY;
    }

    private static boolean hasPlatformToString(Class<?> type) {
        Class<?> declaring = type;
        while (declaring.getClassLoader() != null) {
            try {
                declaring.getDeclaredMethod("toString");
                return false;
            } catch (NoSuchMethodException _) {
                declaring = declaring.getSuperclass();
            }
        }
        return true;
    }

    /** The compiler's own is final; nobody writes that. */
    private static boolean hasGeneratedToString(Class<?> type) {
        try {
            return Modifier.isFinal(type.getDeclaredMethod("toString").getModifiers());
        } catch (NoSuchMethodException _) {
            return false;
        }
    }
}
