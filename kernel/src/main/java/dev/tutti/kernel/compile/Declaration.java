package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import java.util.Objects;

/**
 * A live declaration of the session that is no variable, or a variable seen as a declaration.
 *
 * @param kind what it declares
 * @param name its name; for an import, what stands behind the word import
 * @param signature what identifies it to a reader: {@code int f(int, String)}, {@code record P(int x)}
 * @param source the source as typed
 * @param cell the cell it comes from
 */
public record Declaration(Kind kind, String name, String signature, String source, CellNumber cell) {

    /** Kinds of declarations. */
    public enum Kind {
        IMPORT,
        VARIABLE,
        METHOD,
        TYPE
    }

    public Declaration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(cell, "cell");
    }
}
