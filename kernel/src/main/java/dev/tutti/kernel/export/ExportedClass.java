package dev.tutti.kernel.export;

import java.util.Objects;

/**
 * Cells as a class that compiles.
 *
 * @param text its source
 * @param leftOut how many pieces of Java are comments in it, because they do not compile there
 * @param selfContained whether it compiles without the libraries of the session
 */
public record ExportedClass(String text, int leftOut, boolean selfContained) {

    public ExportedClass {
        Objects.requireNonNull(text, "text");
    }
}
