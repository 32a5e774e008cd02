package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.Rewrite;
import java.util.List;
import java.util.Objects;

/**
 * Java that is put around, and into, code of the user's, which then is compiled as one expression: errors keep the places
 * of what was typed.
 *
 * @param before what stands before it: {@code var x = f(}
 * @param after what stands behind it
 * @param inside what is put into it, or stands for those parts of it that are no Java; in order, offsets from its start
 */
public record Surrounding(String before, String after, List<Rewrite> inside) {

    /** Nothing around: any Java, as typed. */
    public static final Surrounding NONE = new Surrounding("", "");

    public Surrounding {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        inside = List.copyOf(inside);
    }

    /** With nothing inside. */
    public Surrounding(String before, String after) {
        this(before, after, List.of());
    }

    /** Whether there is nothing around it. */
    public boolean isNone() {
        return before.isEmpty() && after.isEmpty() && inside.isEmpty();
    }
}
