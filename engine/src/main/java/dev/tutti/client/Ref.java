package dev.tutti.client;

import dev.tutti.engine.codec.Named;
import dev.tutti.engine.execute.Place;
import java.util.Objects;

/**
 * The value that a name has where a call runs: as an argument, or in a list or map that is one, it stands for the
 * engine's own variable, so that {@code view.call(f, Ref.named("x"))} calls {@code f} with each engine's {@code x}. After ipyparallel's Reference.
 *
 * @param name without dots
 */
public record Ref(String name) implements Named {

    public Ref {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || name.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not the name of a variable. A reference names one, without dots.");
        }
    }

    /** The value of this name, wherever it is used. */
    public static Ref named(String name) {
        return new Ref(name);
    }

    /**
     * The value here.
     *
     * @throws IllegalArgumentException if the name is not defined here
     */
    public Object here() {
        return Place.value(name);
    }
}
