package dev.tutti.engine.task;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A decoded function object, called by what it is. */
final class FunctionObject {

    private final Object object;
    private SingleMethod single;

    FunctionObject(Object object) {
        this.object = object;
    }

    /**
     * Calls it. Whatever it throws comes out as it is.
     *
     * @throws RefusalException if it does not take so many arguments, or not of these types
     */
    Object call(Object... arguments) throws Throwable {
        return switch (arguments.length) {
            case 0 -> call();
            case 1 -> call(arguments[0]);
            case 2 -> call(arguments[0], arguments[1]);
            default -> callSingle(arguments);
        };
    }

    /** Whether it can be called without arguments. */
    boolean takesNothing() {
        return object instanceof Callable
                || object instanceof Supplier
                || object instanceof Runnable
                || SingleMethod.counts(object).contains(0);
    }

    private Object call() throws Throwable {
        if (object instanceof Callable<?> callable) {
            return callable.call();
        }
        if (object instanceof Supplier<?> supplier) {
            return supplier.get();
        }
        if (object instanceof Runnable runnable) {
            runnable.run();
            return null;
        }
        return callSingle();
    }

    @SuppressWarnings("unchecked") // what it is given is the caller's affair
    private Object call(Object argument) throws Throwable {
        if (object instanceof java.util.function.Function<?, ?> function) {
            return ((java.util.function.Function<Object, Object>) function).apply(argument);
        }
        if (object instanceof Consumer<?> consumer) {
            ((Consumer<Object>) consumer).accept(argument);
            return null;
        }
        if (object instanceof Predicate<?> predicate) {
            return ((Predicate<Object>) predicate).test(argument);
        }
        return callSingle(argument);
    }

    @SuppressWarnings("unchecked") // what it is given is the caller's affair
    private Object call(Object first, Object second) throws Throwable {
        if (object instanceof BiFunction<?, ?, ?> function) {
            return ((BiFunction<Object, Object, Object>) function).apply(first, second);
        }
        if (object instanceof BiConsumer<?, ?> consumer) {
            ((BiConsumer<Object, Object>) consumer).accept(first, second);
            return null;
        }
        if (object instanceof BiPredicate<?, ?> predicate) {
            return ((BiPredicate<Object, Object>) predicate).test(first, second);
        }
        return callSingle(first, second);
    }

    private Object callSingle(Object... arguments) throws Throwable {
        if (single == null || single.count() != arguments.length) {
            single = SingleMethod.of(object, arguments.length);
        }
        return single.call(object, arguments);
    }
}
