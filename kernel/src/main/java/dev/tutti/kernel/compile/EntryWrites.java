package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.HashSet;
import java.util.Set;

/** The session variables that an entry point may assign by itself. */
final class EntryWrites {

    private EntryWrites() {}

    static Set<VariableRef> of(RecordedClass entry) {
        Set<VariableRef> found = new HashSet<>(entry.laterWrites());
        entry.model().methods().stream()
                .filter(RecordedClass::isEntry)
                .flatMap(m -> m.code().stream())
                .forEach(code -> code.forEach(element -> {
                    if (element instanceof FieldInstruction field && field.opcode() == Opcode.PUTSTATIC) {
                        RecordedClass.sessionVariable(field).ifPresent(found::add);
                    }
                }));
        return found;
    }
}
