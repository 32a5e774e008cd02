package dev.tutti.client;

import dev.tutti.engine.measure.JvmCounters;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * Measures how long a piece of code takes, in this JVM: the code behind {@code %timeit}. It is called until it no longer
 * gets faster, then measured in several runs of equal length. Results are consumed, so that no call can be left out.
 *
 * <p>The form is that of IPython's {@code %timeit}, the care that of JMH, as far as one JVM allows: for what must be exact,
 * use JMH, which measures in processes of their own.
 */
public final class TimeIt {

    /** How long a run is to take, about. */
    private static final long RUN_NANOS = 100_000_000;

    private static final int RUNS = 7;
    private static final long WARM_UP_LIMIT_NANOS = 3_000_000_000L;

    /** So many runs in a row that are not faster than the best before by this share: it has settled. */
    private static final int SETTLED_RUNS = 5;

    private static final double FASTER = 0.97;

    /** Code that gives no value. */
    @FunctionalInterface
    public interface Code {
        /** Runs it once. */
        void run() throws Exception;
    }

    /** Code that gives an {@code int}, which need not become an object. */
    @FunctionalInterface
    public interface IntCode {
        /** Runs it once. */
        int run() throws Exception;
    }

    /** Code that gives a {@code long}. */
    @FunctionalInterface
    public interface LongCode {
        /** Runs it once. */
        long run() throws Exception;
    }

    /** Code that gives a {@code double}. */
    @FunctionalInterface
    public interface DoubleCode {
        /** Runs it once. */
        double run() throws Exception;
    }

    /** Calls code so many times. */
    interface Loop {
        /** @param code a {@code Callable}, or one of the interfaces of code */
        void run(Object code, long calls) throws Exception;
    }

    private final LongSupplier nanos;
    private final JvmCounters counters;
    private final Loop loop;
    private final long fixedCalls;
    private final int runs;

    TimeIt(LongSupplier nanos, JvmCounters counters, Loop loop) {
        this(nanos, counters, loop, 0, RUNS);
    }

    /** @param fixedCalls how many calls a run has; 0: as many as make a run of the usual length */
    TimeIt(LongSupplier nanos, JvmCounters counters, Loop loop, long fixedCalls, int runs) {
        this.nanos = nanos;
        this.counters = counters;
        this.loop = loop;
        this.fixedCalls = fixedCalls;
        this.runs = runs;
    }

    /**
     * Measures code that gives a value.
     *
     * @throws Exception what the code throws
     */
    public static Timing of(Call<?> code) throws Exception {
        return of(0, RUNS, code);
    }

    /** Measures code that gives none. */
    public static Timing of(Action code) throws Exception {
        return of(0, RUNS, code::run);
    }

    /**
     * Measures code that gives a value, so many times.
     *
     * @param calls how many calls a run has; 0: as many as make a run of the usual length
     * @param runs how many runs there are
     * @throws Exception what the code throws
     */
    public static Timing of(long calls, int runs, Callable<?> code) throws Exception {
        return any(calls, runs, code);
    }

    /** Measures code that gives none, so many times. */
    public static Timing of(long calls, int runs, Code code) throws Exception {
        return any(calls, runs, code);
    }

    /** Measures code that gives an {@code int}, so many times. */
    public static Timing of(long calls, int runs, IntCode code) throws Exception {
        return any(calls, runs, code);
    }

    /** Measures code that gives a {@code long}, so many times. */
    public static Timing of(long calls, int runs, LongCode code) throws Exception {
        return any(calls, runs, code);
    }

    /** Measures code that gives a {@code double}, so many times. */
    public static Timing of(long calls, int runs, DoubleCode code) throws Exception {
        return any(calls, runs, code);
    }

    /**
     * Measures code that needs a preparation, which is run once.
     *
     * @param preparation gives what {@link #code} made of the code
     */
    public static Timing prepared(long calls, int runs, Callable<?> preparation) throws Exception {
        return any(calls, runs, preparation.call());
    }

    /** Code that gives a value, for {@link #prepared}. */
    public static Object code(Callable<?> code) {
        return code;
    }

    /** Code that gives none, for {@link #prepared}. */
    public static Object code(Code code) {
        return code;
    }

    /** Code that gives an {@code int}, for {@link #prepared}. */
    public static Object code(IntCode code) {
        return code;
    }

    /** Code that gives a {@code long}, for {@link #prepared}. */
    public static Object code(LongCode code) {
        return code;
    }

    /** Code that gives a {@code double}, for {@link #prepared}. */
    public static Object code(DoubleCode code) {
        return code;
    }

    private static Timing any(long calls, int runs, Object code) throws Exception {
        if (calls < 0 || runs < 1) {
            throw new IllegalArgumentException(
                    "A measurement of " + runs + " runs of " + calls + " calls measures nothing.");
        }
        Timing timing =
                new TimeIt(System::nanoTime, JvmCounters.ofThisThread(), freshLoop(), calls, runs).measure(code);
        timing.leave();
        return timing;
    }

    Timing measure(Object code) throws Exception {
        long start = nanos.getAsLong();
        long calls = 1;
        double best = Double.MAX_VALUE;
        int since = 0;
        boolean settled = false;
        // Runs get longer until they have their length; from then on they only have to stop getting faster.
        while (true) {
            long took = Math.max(1, run(code, calls));
            long warm = nanos.getAsLong() - start;
            if (took < RUN_NANOS / 2 && warm < WARM_UP_LIMIT_NANOS) {
                double growth = Math.clamp((double) RUN_NANOS / took, 1.2, 10);
                calls = Math.max(calls + 1, (long) (calls * growth));
                continue;
            }
            double each = (double) took / calls;
            since = each < best * FASTER ? 0 : since + 1;
            best = Math.min(best, each);
            settled = since >= SETTLED_RUNS || took > RUN_NANOS * 5;
            if (settled || warm > WARM_UP_LIMIT_NANOS) {
                long measured = fixedCalls > 0 ? fixedCalls : Math.max(1, Math.min(calls, (long) (RUN_NANOS / best)));
                return runs(code, measured, Duration.ofNanos(warm), settled);
            }
        }
    }

    private Timing runs(Object code, long calls, Duration warmUp, boolean settled) throws Exception {
        List<Double> times = new ArrayList<>();
        long collectionsBefore = counters.collections();
        long bytesBefore = counters.allocatedBytes();
        for (int i = 0; i < runs; i++) {
            times.add((double) run(code, calls) / calls);
        }
        long bytes = counters.allocatedBytes();
        OptionalDouble each = bytesBefore < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (bytes - bytesBefore) / ((double) calls * runs));
        long collections = collectionsBefore < 0 ? -1 : counters.collections() - collectionsBefore;
        return new Timing(times, calls, each, warmUp, settled, collections);
    }

    private long run(Object code, long calls) throws Exception {
        long start = nanos.getAsLong();
        loop.run(code, calls);
        return nanos.getAsLong() - start;
    }

    private static Loop freshLoop() throws IOException, ReflectiveOperationException {
        try (InputStream bytes = TimeIt.class.getResourceAsStream("TimeLoop.class")) {
            return (Loop) MethodHandles.lookup()
                    .defineHiddenClass(bytes.readAllBytes(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }
}
