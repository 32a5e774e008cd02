package dev.tutti.kernel.debug;

import java.util.Objects;

/**
 * A variable of a call.
 *
 * @param value as text
 */
public record Local(String name, String type, String value) {
    public Local {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
    }
}
