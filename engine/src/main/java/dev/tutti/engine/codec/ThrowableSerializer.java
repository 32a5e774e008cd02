package dev.tutti.engine.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/**
 * Fory's own serializer of an exception, and its stack trace once more: Fory makes an exception that has no constructor
 * with just a message without calling any, and such an object takes no stack trace in the ordinary way.
 */
final class ThrowableSerializer<T> extends Serializer<T> {

    /** Where the JVM was not started with {@code --add-opens}, such exceptions come without their stack. */
    private static final VarHandle STACK = find();

    private final Serializer<T> own;

    ThrowableSerializer(Config config, Serializer<T> own, Class<T> type) {
        super(config, type);
        this.own = own;
    }

    /** Whether Fory calls no constructor for such exceptions. */
    static boolean isNeeded(Class<?> type) {
        try {
            type.getDeclaredConstructor(String.class);
            return false;
        } catch (NoSuchMethodException e) {
            return true;
        }
    }

    @Override
    public void write(WriteContext context, T value) {
        own.write(context, value);
        context.writeRef(((Throwable) value).getStackTrace());
    }

    @Override
    public T read(ReadContext context) {
        T value = own.read(context);
        Object stack = context.readRef();
        if (STACK != null && stack instanceof StackTraceElement[] elements) {
            STACK.set((Throwable) value, elements);
        }
        return value;
    }

    private static VarHandle find() {
        try {
            MethodHandles.Lookup lookup = Access.in(Throwable.class);
            return lookup.findVarHandle(Throwable.class, "stackTrace", StackTraceElement[].class);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
