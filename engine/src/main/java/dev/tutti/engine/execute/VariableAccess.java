package dev.tutti.engine.execute;

import dev.tutti.engine.render.PromptNames;
import dev.tutti.engine.render.Renderer;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.VariableRef;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads, sets and clears the fields behind session variables. Main thread, where it is not said otherwise: class
 * initialisers and {@code toString} may run.
 */
public final class VariableAccess {

    private VariableAccess() {}

    static Message.Reply read(Session session, Message.ReadVariables request) throws Throwable {
        List<Optional<Rendered>> values = new ArrayList<>();
        for (VariableRef ref : request.variables()) {
            if (session.variables.isDefined(ref)) {
                Object value = field(session, ref).get(null);
                values.add(Optional.of(Renderer.render(value, request.limits())));
            } else {
                values.add(Optional.empty());
            }
        }
        return new Message.VariablesRead(values);
    }

    /** A class that was never loaded here has nothing to forget. */
    static void forget(Session session, Message.Forget request) throws ReflectiveOperationException {
        for (VariableRef ref : request.variables()) {
            session.variables.forget(ref);
            if (session.loader.loaded(ref.className()).isPresent()) {
                Field field = field(session, ref);
                // An array's fresh element is the zero of any type.
                Object zero = Array.get(Array.newInstance(field.getType(), 1), 0);
                field.set(null, zero);
            }
        }
    }

    /** A variable's value. */
    public static Object get(Session session, VariableRef ref) throws VariableException {
        if (!session.variables.isDefined(ref)) {
            throw new VariableException(ref.field() + " is not defined here.");
        }
        try {
            return field(session, ref).get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new VariableException(ref.field() + " cannot be read here: " + e, e);
        }
    }

    /** Gives a variable a value, unboxed and widened as an assignment would; from now on it is defined here. */
    public static void set(Session session, VariableRef ref, Object value) throws VariableException {
        try {
            set(field(session, ref), value);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new VariableException(ref.field() + " cannot be set here: " + e, e);
        }
        session.variables.define(List.of(ref));
    }

    /** Gives a static field a value, unboxed and widened as an assignment would. */
    public static void set(Field field, Object value) throws VariableException, IllegalAccessException {
        if (value == null && field.getType().isPrimitive()) {
            throw new VariableException(
                    field.getName() + " is " + a(field.getType()) + "; null cannot be put into it.");
        }
        try {
            field.set(null, value);
        } catch (IllegalArgumentException e) {
            String type = a(value.getClass());
            throw new VariableException(
                    field.getName() + " is " + a(field.getType()) + "; " + type + " cannot be put into it.", e);
        }
    }

    /** The value of a name as {@code here(name)} gives it: the newest variable, else what was put there. Any thread. */
    public static Object valueOf(Session session, String name) throws VariableException {
        Optional<VariableRef> variable = session.variables.newest(name);
        if (variable.isPresent()) {
            return get(session, variable.get());
        }
        if (session.names().has(name)) {
            return session.names().get(name);
        }
        throw new VariableException(name + " is not defined here.");
    }

    private static String a(Class<?> type) {
        String name = PromptNames.strip(type.getTypeName());
        boolean vowel = "aeiouAEIOU".indexOf(name.charAt(0)) >= 0;
        return (vowel ? "an " : "a ").concat(name);
    }

    private static Field field(Session session, VariableRef ref) throws ReflectiveOperationException {
        Field field = Class.forName(ref.className(), true, session.loader).getDeclaredField(ref.field());
        field.setAccessible(true); // a wrapper need not be public
        return field;
    }
}
