package dev.tutti.client;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a task is made of, as its client has it: kept until the task has succeeded, so that one that failed can be run
 * here.
 */
record Inputs(Object function, List<?> arguments) {

    /** Runs the task in the calling thread. @throws Exception what it throws */
    Object replay() throws Exception {
        List<?> values = arguments.stream().map(Inputs::here).toList();
        return switch (function) {
            case Callable<?> callable -> callable.call();
            case Runnable action -> {
                action.run();
                yield null;
            }
            case Function<?, ?> one -> call(one, values);
            case BiFunction<?, ?, ?> two -> call(two, values);
            case Fn3<?, ?, ?, ?> three -> call(three, values);
            default -> throw new IllegalStateException("Nobody knows how to call " + function + ".");
        };
    }

    /** What stands for a value of an engine's is fetched. */
    private static Object here(Object argument) {
        return switch (argument) {
            case null -> null;
            case RemoteReference<?> reference -> reference.get();
            case Ref ref -> ref.here();
            default -> argument;
        };
    }

    @SuppressWarnings("unchecked") // the views' methods have checked the types
    private static Object call(Function<?, ?> function, List<?> values) {
        return ((Function<Object, Object>) function).apply(values.get(0));
    }

    @SuppressWarnings("unchecked") // the views' methods have checked the types
    private static Object call(BiFunction<?, ?, ?> function, List<?> values) {
        return ((BiFunction<Object, Object, Object>) function).apply(values.get(0), values.get(1));
    }

    @SuppressWarnings("unchecked") // the views' methods have checked the types
    private static Object call(Fn3<?, ?, ?, ?> function, List<?> values) {
        return ((Fn3<Object, Object, Object, Object>) function).apply(values.get(0), values.get(1), values.get(2));
    }
}
