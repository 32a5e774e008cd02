package dev.tutti.engine.execute;

import dev.tutti.engine.render.Renderer;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.VariableRef;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and clears the fields behind session variables. Main thread: class initialisers and {@code toString} may run. */
final class VariableAccess {

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

    private static Field field(Session session, VariableRef ref) throws ReflectiveOperationException {
        Field field = Class.forName(ref.className(), true, session.loader).getDeclaredField(ref.field());
        field.setAccessible(true); // a wrapper need not be public
        return field;
    }
}
