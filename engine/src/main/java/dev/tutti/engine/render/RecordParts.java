package dev.tutti.engine.render;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;

/** The components of a record, read from its fields: accessors are user code. */
final class RecordParts {

    private RecordParts() {}

    /** Whether reflection may read it: not so for records inside the platform. */
    static boolean readable(Class<?> type) {
        return !type.getModule().isNamed();
    }

    static String[] names(Object owner) {
        RecordComponent[] components = owner.getClass().getRecordComponents();
        String[] names = new String[components.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = components[i].getName();
        }
        return names;
    }

    static Object value(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}
