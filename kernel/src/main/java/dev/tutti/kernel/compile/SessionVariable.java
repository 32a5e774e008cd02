package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.VariableRef;
import java.util.Objects;

/**
 * A variable of the session, known to the compiler; its values live at the places.
 *
 * @param name its name
 * @param type its static type in source form ({@code List<Integer>})
 * @param ref the field that holds it
 * @param cell the cell that declared it last
 */
public record SessionVariable(String name, String type, VariableRef ref, CellNumber cell) {

    public SessionVariable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(cell, "cell");
    }
}
