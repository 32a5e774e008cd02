package dev.tutti.client;

import dev.tutti.engine.measure.MemoryUse;
import dev.tutti.engine.measure.Profile;
import java.util.concurrent.Callable;

/**
 * What code takes beside time: the code behind {@code %memit} and {@code %prun}. Each gives a line for people; the shell
 * tells more. The beans and the recorder that it needs are loaded at its first use.
 */
public final class Measure {

    private Measure() {}

    /**
     * The memory that code takes, run once.
     *
     * @throws Exception what the code throws
     */
    public static String memory(Callable<?> code) throws Exception {
        return MemoryUse.of(code).toString();
    }

    /** As the other, of code that gives no value. */
    public static String memory(TimeIt.Code code) throws Exception {
        return memory(callable(code));
    }

    /**
     * Where code spends its time.
     *
     * @param times how often it is run
     * @throws IllegalStateException if this Java has no flight recorder
     * @throws Exception what the code throws
     */
    public static String profile(long times, Callable<?> code) throws Exception {
        return Profile.of(times, code).toString();
    }

    /** As the other, of code that gives no value. */
    public static String profile(long times, TimeIt.Code code) throws Exception {
        return profile(times, callable(code));
    }

    private static Callable<?> callable(TimeIt.Code code) {
        return () -> {
            code.run();
            return null;
        };
    }
}
