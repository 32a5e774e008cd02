package dev.tutti.client;

import dev.tutti.engine.execute.Place;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The value that a name has where a call runs: as an argument it stands for the engine's own variable, so that
 * {@code view.apply(f, Ref.named("x"))} calls {@code f} with each engine's {@code x}. After ipyparallel's Reference.
 *
 * @param name without dots
 */
public record Ref(String name) implements Serializable {

    public Ref {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || name.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not the name of a variable. A reference names one, without dots.");
        }
    }

    /** The value of this name, wherever it is used. */
    public static Ref named(String name) {
        return new Ref(name);
    }

    /**
     * The value here.
     *
     * @throws IllegalArgumentException if the name is not defined here
     */
    public Object here() {
        return Place.value(name);
    }

    /** A function to send in the place of another: where an argument is a reference, it calls that with the value. */
    static Object resolving(Object function, List<?> arguments) {
        return arguments.stream().anyMatch(Ref.class::isInstance) ? resolving(function) : function;
    }

    @SuppressWarnings("unchecked") // what it is given is the caller's affair
    private static Object resolving(Object function) {
        return switch (function) {
            case Function<?, ?> one -> {
                Function<Object, Object> called = (Function<Object, Object>) one;
                Fn<Object, Object> wrapped = argument -> called.apply(value(argument));
                yield wrapped;
            }
            case BiFunction<?, ?, ?> two -> {
                BiFunction<Object, Object, Object> called = (BiFunction<Object, Object, Object>) two;
                Fn2<Object, Object, Object> wrapped = (first, second) -> called.apply(value(first), value(second));
                yield wrapped;
            }
            case Fn3<?, ?, ?, ?> three -> {
                Fn3<Object, Object, Object, Object> called = (Fn3<Object, Object, Object, Object>) three;
                Fn3<Object, Object, Object, Object> wrapped =
                        (first, second, third) -> called.apply(value(first), value(second), value(third));
                yield wrapped;
            }
            default ->
                throw new IllegalArgumentException("Only functions of one to three arguments take references, not a "
                        + function.getClass().getName() + ".");
        };
    }

    private static Object value(Object argument) {
        return argument instanceof Ref reference ? reference.here() : argument;
    }
}
