package dev.tutti.engine.browse;

import java.util.Objects;

/**
 * What an object has: a field, an element, an entry.
 *
 * @param label what it is called among its siblings
 * @param value may be null
 * @param access what stands behind the object in Java to get it; empty if nothing does
 * @param on the type that the object must have for that, as Java writes it
 */
record Part(String label, Object value, String access, String on) {

    Part {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(on, "on");
    }

    /** One that no Java leads to. */
    static Part unreachable(String label, Object value) {
        return new Part(label, value, "", "");
    }
}
