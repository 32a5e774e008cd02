package dev.tutti.client;

import java.util.Arrays;
import java.util.Collections;
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
        return sent(Arrays.asList(arguments));
    }

    /** The argument is one, whatever it is: an array, too, or null. */
    AsyncResult<R> submitOne(Object argument) {
        return sent(Collections.singletonList(argument));
    }

    private AsyncResult<R> sent(List<?> arguments) {
        return AsyncResult.single(calls.submit(function, arguments, false));
    }
}
