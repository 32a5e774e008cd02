package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one Java step became.
 *
 * @param classes class files that no engine has seen, woven
 * @param redefinitions newest bytes of classes that keep their shape, woven
 * @param entries what to call, in order
 * @param result the variable {@code _N} if the step's last snippet is an expression with a value, kept as the cell's result
 * @param suppressed whether a trailing semicolon asks not to show the result
 */
public record CompiledStep(
        List<ClassFile> classes,
        List<ClassFile> redefinitions,
        List<CompiledEntry> entries,
        Optional<SessionVariable> result,
        boolean suppressed) {

    public CompiledStep {
        classes = List.copyOf(classes);
        redefinitions = List.copyOf(redefinitions);
        entries = List.copyOf(entries);
        Objects.requireNonNull(result, "result");
    }

    /** The same, with the wish not to show the result. */
    public CompiledStep silent() {
        return new CompiledStep(classes, redefinitions, entries, result, true);
    }
}
