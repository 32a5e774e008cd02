package dev.tutti.engine.task;

import dev.tutti.engine.execute.Session;
import dev.tutti.engine.execute.VariableAccess;
import dev.tutti.engine.execute.VariableException;
import dev.tutti.engine.wire.Name;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Optional;

/** What a session knows by name at this engine: its variables, and what was put under other names. Main thread. */
final class NamedValues {

    private final Session session;

    NamedValues(Session session) {
        this.session = session;
    }

    /** Gives a name a value. */
    void put(Name name, Object value) throws RefusalException {
        if (!name.path().isEmpty()) {
            throw new RefusalException(name.text() + " cannot be put: a name with dots can only be read. Put "
                    + base(name) + " as a whole.");
        }
        if (name.variable().isEmpty()) {
            session.names().put(name.text(), value);
            return;
        }
        try {
            VariableAccess.set(session, name.variable().get(), value);
        } catch (VariableException e) {
            throw new RefusalException(e.getMessage(), e);
        }
    }

    /** The value of a name, along its path. */
    Object get(Name name) throws RefusalException {
        Object value = baseValue(name);
        String passed = base(name);
        for (String field : name.path()) {
            value = follow(passed, value, field);
            passed = passed + "." + field;
        }
        return value;
    }

    /** The engine's own value of a name, as {@code here(name)} gives it. */
    Object own(String name) throws VariableException {
        return VariableAccess.valueOf(session, name);
    }

    private Object baseValue(Name name) throws RefusalException {
        String base = base(name);
        if (name.variable().isPresent()) {
            try {
                return VariableAccess.get(session, name.variable().get());
            } catch (VariableException e) {
                throw new RefusalException(e.getMessage(), e);
            }
        }
        if (!session.names().has(base)) {
            throw new RefusalException(base + " is not defined here.");
        }
        return session.names().get(base);
    }

    /** The text without its path. */
    private static String base(Name name) {
        int length = name.text().length();
        for (String field : name.path()) {
            length -= field.length() + 1;
        }
        return name.text().substring(0, Math.max(0, length));
    }

    private static Object follow(String passed, Object value, String name) throws RefusalException {
        if (value == null) {
            throw new RefusalException(passed + " is null here, so it has no field " + name + ".");
        }
        if (value.getClass().isArray() && name.equals("length")) {
            return Array.getLength(value);
        }
        Optional<Field> field = field(value.getClass(), name);
        if (field.isEmpty()) {
            throw new RefusalException(
                    passed + " has no field " + name + ": it is a " + RefusalException.typeOf(value) + ".");
        }
        try {
            field.get().setAccessible(true);
            return field.get().get(value);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new RefusalException("The field " + name + " of " + passed + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The nearest field of this name; a record's components are its fields. */
    private static Optional<Field> field(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }
}
