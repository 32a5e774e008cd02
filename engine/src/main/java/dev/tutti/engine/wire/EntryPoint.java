package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;

/**
 * A method to call: static, without parameters, of a wrapper class.
 *
 * @param className the wrapper's binary name
 * @param method the method's name ({@code do_it$})
 * @param declares the variables whose declaration this is: undefined while it runs, defined once it has completed
 * @param result whether its value is the cell's result: kept as {@code Out[cell]} and rendered
 */
public record EntryPoint(String className, String method, List<VariableRef> declares, boolean result) {

    public EntryPoint {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
        declares = List.copyOf(declares);
    }
}
