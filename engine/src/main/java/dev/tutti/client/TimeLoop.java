package dev.tutti.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;

/**
 * The loop around measured code. Each measurement runs a copy of this class of its own, so that the compiler's profile of
 * the call knows this code alone, and not what was measured before.
 */
final class TimeLoop implements TimeIt.Loop {

    private static final VarHandle SINK = sink("sink", Object.class);
    private static final VarHandle INTS = sink("ints", int.class);
    private static final VarHandle LONGS = sink("longs", long.class);
    private static final VarHandle DOUBLES = sink("doubles", double.class);

    /** Where results go: an opaque store is one instruction, which the compiler must not leave out. */
    @SuppressWarnings("unused")
    private Object sink;

    @SuppressWarnings("unused")
    private int ints;

    @SuppressWarnings("unused")
    private long longs;

    @SuppressWarnings("unused")
    private double doubles;

    TimeLoop() {}

    @Override
    public void run(Object code, long calls) throws Exception {
        if (code instanceof Callable<?> function) {
            for (long i = 0; i < calls; i++) {
                SINK.setOpaque((Object) this, function.call()); // a hidden class cannot name itself
            }
        } else if (code instanceof TimeIt.IntCode function) {
            for (long i = 0; i < calls; i++) {
                INTS.setOpaque((Object) this, function.run());
            }
        } else if (code instanceof TimeIt.LongCode function) {
            for (long i = 0; i < calls; i++) {
                LONGS.setOpaque((Object) this, function.run());
            }
        } else if (code instanceof TimeIt.DoubleCode function) {
            for (long i = 0; i < calls; i++) {
                DOUBLES.setOpaque((Object) this, function.run());
            }
        } else {
            TimeIt.Code statements = (TimeIt.Code) code;
            for (long i = 0; i < calls; i++) {
                statements.run();
            }
        }
    }

    private static VarHandle sink(String field, Class<?> type) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            return lookup.findVarHandle(lookup.lookupClass(), field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
