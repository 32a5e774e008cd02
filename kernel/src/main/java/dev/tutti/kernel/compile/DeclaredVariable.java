package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A variable that was asked for by its name.
 *
 * @param variable the variable; empty if there is none and none of this name can be declared
 * @param redefinitions newest bytes of classes that were waiting for its declaration, which engines that have them must
 *     take; empty if it was there before
 */
public record DeclaredVariable(Optional<SessionVariable> variable, List<ClassFile> redefinitions) {
    public DeclaredVariable {
        Objects.requireNonNull(variable, "variable");
        redefinitions = List.copyOf(redefinitions);
    }
}
