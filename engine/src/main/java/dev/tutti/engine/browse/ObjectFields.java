package dev.tutti.engine.browse;

import dev.tutti.engine.codec.Access;
import dev.tutti.engine.render.TypeNames;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields of a class and of those above it, and what in Java reads each of them. */
final class ObjectFields {

    private static final String PROMPT = "REPL.";

    private ObjectFields() {}

    /** Reads one field. @param getter none if its module is closed to us */
    record Reader(Field field, Optional<MethodHandle> getter, String access) {

        Part read(Object object) {
            if (getter.isEmpty()) {
                return Part.unreachable(
                        field.getName(),
                        "cannot be read: its module "
                                + field.getDeclaringClass().getModule() + " is closed");
            }
            try {
                return new Part(
                        field.getName(), getter.get().invoke(object), access, TypeNames.of(field.getDeclaringClass()));
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("A field's value cannot be had: " + field.getName(), e);
            }
        }
    }

    /** Those of the class itself come last, as they are declared. */
    static List<Reader> of(Class<?> type) {
        List<Reader> readers = type.getSuperclass() == null ? new ArrayList<>() : of(type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                readers.add(new Reader(field, getter(type, field), access(type, field)));
            }
        }
        return readers;
    }

    private static Optional<MethodHandle> getter(Class<?> type, Field field) {
        try {
            return Optional.of(Access.in(type).unreflectGetter(field));
        } catch (IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /** The field itself where the prompt may read it, else the method that by its name and type gives it. */
    private static String access(Class<?> type, Field field) {
        if (isOpen(type, field.getModifiers())) {
            return "." + field.getName();
        }
        String name = field.getName();
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String method : List.of(name, "get" + capital, "is" + capital)) {
            if (gives(type, method, field.getType())) {
                return "." + method + "()";
            }
        }
        return "";
    }

    private static boolean gives(Class<?> type, String name, Class<?> value) {
        try {
            Method method = type.getDeclaredMethod(name);
            return method.getReturnType() == value
                    && !Modifier.isStatic(method.getModifiers())
                    && isOpen(type, method.getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean isOpen(Class<?> type, int modifiers) {
        return type.getName().startsWith(PROMPT)
                ? !Modifier.isPrivate(modifiers)
                : Modifier.isPublic(modifiers) && Modifier.isPublic(type.getModifiers());
    }
}
