package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Objects;

/** A cell in which an expression has got a name. */
public sealed interface Introduction {

    /**
     * The cell as it would be.
     *
     * @param cell its text
     * @param name the name that is proposed
     * @param places where the name stands in the text, the declaration first
     * @param imports full names of types that must be imported for it
     */
    record Introduced(String cell, String name, List<Integer> places, List<String> imports) implements Introduction {
        public Introduced {
            Objects.requireNonNull(cell, "cell");
            Objects.requireNonNull(name, "name");
            places = List.copyOf(places);
            imports = List.copyOf(imports);
        }
    }

    /** It cannot be done. @param why a sentence */
    record Impossible(String why) implements Introduction {
        public Impossible {
            Objects.requireNonNull(why, "why");
        }
    }
}
