package dev.tutti.kernel.cell;

import java.util.Objects;

/**
 * Java in place of a stretch of text that is none.
 *
 * @param start where the stretch begins
 * @param end where it ends, exclusive
 * @param java what stands for it
 */
public record Rewrite(int start, int end, String java) {
    public Rewrite {
        Objects.requireNonNull(java, "java");
    }
}
