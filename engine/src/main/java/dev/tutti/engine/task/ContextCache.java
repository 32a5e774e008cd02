package dev.tutti.engine.task;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.execute.Session;
import dev.tutti.engine.execute.VariableAccess;
import dev.tutti.engine.execute.VariableException;
import dev.tutti.engine.load.TaskLoader;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The session variables that closures of one session carry: for each context a loader with fields of its own. The newest
 * ones are kept, while there is memory; what is gone is asked for again. Main thread.
 */
final class ContextCache {

    private static final int KEPT = 64;

    private final Session session;
    private final Requests requests;
    private final Function<ClassLoader, CodeScope> scopeOf;
    private final Map<Key, SoftReference<CodeScope>> scopes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<CodeScope>> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(long client, ContextId id) {}

    /** @param scopeOf makes the code that a loader finds */
    ContextCache(Session session, Requests requests, Function<ClassLoader, CodeScope> scopeOf) {
        this.session = session;
        this.requests = requests;
        this.scopeOf = scopeOf;
    }

    /** The code that sees a context; asks for it if it is not here. */
    CodeScope scope(long client, ContextId id) throws RefusalException, UnsendableException {
        Key key = new Key(client, id);
        SoftReference<CodeScope> kept = scopes.get(key);
        CodeScope scope = kept == null ? null : kept.get();
        if (scope == null) {
            scope = define(ask(client, id));
            scopes.put(key, new SoftReference<>(scope));
        }
        return scope;
    }

    private TaskMessage.Context ask(long client, ContextId id) throws RefusalException {
        try {
            Message answer =
                    requests.ask(new TaskMessage.AskContext(client, id)).await();
            if (answer instanceof TaskMessage.Context context) {
                return context;
            }
            String reason = answer instanceof Message.Failure failure ? failure.reason() : answer.toString();
            throw new RefusalException("The session variables that the closure reads could not be had: " + reason);
        } catch (InterruptedException e) {
            throw new RefusalException("The engine was interrupted while it waited for the closure's variables.", e);
        } catch (IOException e) {
            throw new RefusalException(
                    "The session variables that the closure reads could not be had: " + e.getMessage(), e);
        }
    }

    private CodeScope define(TaskMessage.Context context) throws RefusalException, UnsendableException {
        TaskLoader loader = new TaskLoader(session.loader(), context.classes(), context.variables());
        CodeScope scope = scopeOf.apply(loader);
        for (int i = 0; i < context.variables().size(); i++) {
            VariableRef variable = context.variables().get(i);
            set(loader, variable, scope.decode(context.values().get(i), "variable " + variable.field()));
        }
        return scope;
    }

    private static void set(TaskLoader loader, VariableRef variable, Object value) throws RefusalException {
        try {
            Field field = Class.forName(variable.className(), true, loader).getDeclaredField(variable.field());
            if (field.getDeclaringClass().getClassLoader() != loader) {
                throw new RefusalException(variable.field() + " cannot be carried: its class " + variable.className()
                        + " is not among those to define anew.");
            }
            field.setAccessible(true); // a wrapper need not be public
            VariableAccess.set(field, value);
        } catch (VariableException e) {
            throw new RefusalException(e.getMessage(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new RefusalException(variable.field() + " cannot be carried: " + e, e);
        }
    }
}
