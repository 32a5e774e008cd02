package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * A session variable: the public static field of a wrapper class.
 *
 * @param className the wrapper's binary name ({@code REPL.$JShell$4})
 * @param field the field, which has the variable's name
 */
public record VariableRef(String className, String field) {

    public VariableRef {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(field, "field");
    }

    @Override
    public String toString() {
        return className + "." + field;
    }
}
