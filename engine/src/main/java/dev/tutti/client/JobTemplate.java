package dev.tutti.client;

import java.util.Arrays;
import java.util.List;

/**
 * A function and how it is placed, to be submitted again and again with other arguments. After Parallel Python's
 * templates.
 *
 * @param <R> what the function gives
 */
public final class JobTemplate<R> {

    private final BalancedCalls calls;
    private final Object function;

    JobTemplate(BalancedCalls calls, Object function) {
        this.calls = calls;
        this.function = function;
    }

    /** Submits a task. @param arguments as many as the function takes */
    public AsyncResult<R> submit(Object... arguments) {
        List<Object> all = Arrays.asList(arguments);
        return AsyncResult.single(calls.submit(function, all, false));
    }
}
