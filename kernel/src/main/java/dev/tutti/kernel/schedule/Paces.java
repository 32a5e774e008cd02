package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a client's tasks take, by function. A function is known again by a hash of its code, since each submission
 * carries it anew; one that has not been seen is expected to take as long as the client's tasks do on average (so tasks
 * that each capture another value, and so are each another function, still get ahead).
 */
final class Paces {

    /** So many functions of a client are known; then the one that was not submitted for longest is forgotten. */
    private static final int KNOWN = 1024;

    /** Nothing of this client has ended yet: two such tasks are sent ahead. */
    private static final long UNKNOWN_NANOS = AheadLimit.WORK_NANOS / 2;

    private final Pace all = new Pace();
    private final Map<Long, Pace> byFunction = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Pace> eldest) {
            return size() > KNOWN;
        }
    };

    Pace of(TaskFunction function) {
        return byFunction.computeIfAbsent(hash(function), _ -> new Pace());
    }

    void took(Pace pace, long nanos) {
        pace.took(nanos);
        all.took(nanos);
    }

    /** How long the next one of this pace will take. */
    long expectedNanos(Pace pace) {
        long known = pace.isKnown() ? pace.averageNanos() : all.isKnown() ? all.averageNanos() : UNKNOWN_NANOS;
        return Math.max(known, AheadLimit.LEAST_NANOS);
    }

    private static long hash(TaskFunction function) {
        return switch (function) {
            case TaskFunction.Call(var context, Parcel.Inline(_, byte[] bytes)) ->
                31L * context.hashCode() + Arrays.hashCode(bytes);
            case TaskFunction.Call _,
                    TaskFunction.Put _,
                    TaskFunction.Get _,
                    TaskFunction.Join _,
                    TaskFunction.Names _,
                    TaskFunction.Drop _ -> function.hashCode();
        };
    }
}
