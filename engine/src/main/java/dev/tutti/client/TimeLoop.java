package dev.tutti.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;

/**
 * The loop around measured code. Each measurement runs a copy of this class of its own, so that the compiler's profile of
 * the call knows this code alone, and not what was measured before.
 */
final class TimeLoop implements TimeIt.Loop {

    private static final VarHandle SINK = sink();

    /** Where results go: an opaque store is one instruction, which the compiler must not leave out. */
    @SuppressWarnings("unused")
    private Object sink;

    TimeLoop() {}

    @Override
    public void run(Callable<?> code, long calls) throws Exception {
        for (long i = 0; i < calls; i++) {
            SINK.setOpaque((Object) this, code.call()); // a hidden class cannot name itself
        }
    }

    private static VarHandle sink() {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            return lookup.findVarHandle(lookup.lookupClass(), "sink", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
