package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;
import java.util.Objects;

/**
 * A cell ready to run. It is part of the session only after {@link CellCompiler#commit}.
 *
 * @param number the cell's number
 * @param steps one for each Java step, in order
 * @param losses values that go when it runs
 * @param dropped fields that no name reaches any more (replaced variables, temporaries of old): engines may forget them
 * @param notes what the user should know and may ignore
 */
public record CompiledCell(
        CellNumber number,
        List<CompiledStep> steps,
        List<Loss> losses,
        List<VariableRef> dropped,
        List<Diagnostic> notes) {

    public CompiledCell {
        Objects.requireNonNull(number, "number");
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
    }
}
