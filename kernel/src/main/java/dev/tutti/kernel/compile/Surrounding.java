package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Objects;

/**
 * Java that is put around, and into, code of the user's, which then is compiled as one expression: errors keep the places
 * of what was typed.
 *
 * @param before what stands before it: {@code var x = f(}
 * @param inside what stands inside it
 * @param after what stands behind it
 */
public record Surrounding(String before, List<Insertion> inside, String after) {

    /** Nothing around: any Java, as typed. */
    public static final Surrounding NONE = new Surrounding("", "");

    /** Java at a place of the code. @param offset from the beginning of the code */
    public record Insertion(int offset, String java) {
        public Insertion {
            Objects.requireNonNull(java, "java");
        }
    }

    public Surrounding {
        Objects.requireNonNull(before, "before");
        inside = List.copyOf(inside);
        Objects.requireNonNull(after, "after");
    }

    /** With nothing inside. */
    public Surrounding(String before, String after) {
        this(before, List.of(), after);
    }

    boolean isNone() {
        return before.isEmpty() && after.isEmpty();
    }
}
