package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * A value as text, made on the engine that holds it.
 *
 * @param text what the user sees, bounded; several lines are separated by {@code \n}
 * @param type the value's run-time class in source form ({@code double[]}, {@code java.util.ArrayList}, {@code null})
 * @param digest a hash over the full value as far as bounded work allows: equal values have equal digests on all
 *     engines
 * @param abridged whether the text leaves something out
 */
public record Rendered(String text, String type, long digest, boolean abridged) {

    public Rendered {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(type, "type");
    }
}
