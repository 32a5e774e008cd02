package dev.tutti.engine.execute;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The target of a call site that has nothing to say: compiled code calls nothing at all. */
final class Nothing {

    /** Of type {@code ()V}. A method of our own: a combinator's would have to be generated in each engine. */
    static final MethodHandle HANDLE = find();

    private Nothing() {}

    private static MethodHandle find() {
        try {
            return MethodHandles.lookup().findStatic(Nothing.class, "happens", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("happens", e);
        }
    }

    private static void happens() {
        // Nothing.
    }
}
