package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Objects;

/**
 * The static type of an expression, as one would write it.
 *
 * @param text with simple names: {@code Map<String, Integer>}; {@code void} for what gives no value
 * @param declarable whether a variable can be declared with this text; else {@code var} must do
 * @param imports the full names of types in it that are not imported
 */
public record ExpressionType(String text, boolean declarable, List<String> imports) {

    public ExpressionType {
        Objects.requireNonNull(text, "text");
        imports = List.copyOf(imports);
    }

    /** Whether it gives no value. */
    public boolean isVoid() {
        return text.equals("void");
    }

    /** What stands before the name of a variable that takes the value. */
    String declaration() {
        return declarable ? text : "var";
    }

    /** What must be imported for {@link #declaration}. */
    List<String> importsOfDeclaration() {
        return declarable ? imports : List.of();
    }
}
