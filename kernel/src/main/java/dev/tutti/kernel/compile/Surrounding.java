package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * Java that is put around an expression of the user's, which then is compiled as one: errors keep the places of what was
 * typed.
 *
 * @param before what stands before it: {@code var x = f(}
 * @param after what stands behind it
 */
public record Surrounding(String before, String after) {

    /** Nothing around: any Java, as typed. */
    public static final Surrounding NONE = new Surrounding("", "");

    public Surrounding {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    boolean isNone() {
        return before.isEmpty() && after.isEmpty();
    }
}
