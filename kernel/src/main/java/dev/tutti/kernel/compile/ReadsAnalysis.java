package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an entry point along the stretch that runs whatever happens: up to the first branch or handler, into the
 * methods of the session that it calls on the way. What it finds there can be asked of a place before the cell runs.
 *
 * <p>It errs on the side of silence: a variable that something may have assigned by then is left to the check at the
 * place.
 */
final class ReadsAnalysis {

    private static final int DEPTH = 16;

    private final ClassJournal journal;
    private final Set<VariableRef> assigned;
    private final SureReads found = SureReads.none();
    private final Set<String> walked = new HashSet<>();

    /**
     * @param assignedBefore variables that earlier entry points of the cell declare or may assign
     */
    ReadsAnalysis(ClassJournal journal, Set<VariableRef> assignedBefore) {
        this.journal = journal;
        this.assigned = new HashSet<>(assignedBefore);
    }

    SureReads of(RecordedClass entry) {
        entry.model().methods().stream()
                .filter(m -> m.methodName().equalsString(RecordedClass.ENTRY))
                .forEach(m -> walk(entry, m, true, 0));
        return found;
    }

    private void walk(RecordedClass owner, MethodModel method, boolean own, int depth) {
        Optional<CodeModel> code = method.code();
        String name = method.methodName().stringValue();
        if (code.isEmpty() || depth > DEPTH || !walked.add(owner.name() + "." + name + method.methodType())) {
            return;
        }
        Set<Label> guarded = new HashSet<>();
        code.get().exceptionHandlers().forEach(h -> {
            guarded.add(h.tryStart());
            guarded.add(h.handler());
        });
        int index = 0;
        for (CodeElement element : code.get()) {
            if (ends(element, guarded)) {
                return;
            }
            step(owner, element, own ? Optional.of(new SureReads.Place(name, index)) : Optional.empty(), depth);
            index++;
        }
    }

    private static boolean ends(CodeElement element, Set<Label> guarded) {
        return switch (element) {
            case BranchInstruction _, TableSwitchInstruction _, LookupSwitchInstruction _ -> true;
            case ReturnInstruction _, ThrowInstruction _ -> true;
            case LabelTarget target -> guarded.contains(target.label());
            default -> false;
        };
    }

    /**
     * @param place where in the entry point it stands; empty if in a method that others may call too
     */
    private void step(RecordedClass owner, CodeElement element, Optional<SureReads.Place> place, int depth) {
        switch (element) {
            case FieldInstruction field -> RecordedClass.sessionVariable(field).ifPresent(v -> touch(field, v, place));
            case InvokeInstruction call -> {
                String target = call.owner().asInternalName().replace('/', '.');
                if (call.opcode() == Opcode.INVOKESTATIC && WrapperName.isWrapper(target)) {
                    enter(owner, call, target, depth);
                }
                assigned.addAll(journal.laterWrites());
            }
            case InvokeDynamicInstruction _ -> assigned.addAll(journal.laterWrites());
            default -> {
                // neither reads nor assigns
            }
        }
    }

    private void touch(FieldInstruction field, VariableRef variable, Optional<SureReads.Place> place) {
        if (field.opcode() == Opcode.PUTSTATIC) {
            assigned.add(variable);
            return;
        }
        boolean known = found.variables().contains(variable);
        if (!known && assigned.contains(variable)) {
            return;
        }
        found.variables().add(variable);
        place.ifPresent(found.places()::add);
    }

    private void enter(RecordedClass owner, InvokeInstruction call, String target, int depth) {
        boolean ownPart = target.equals(owner.name()) && call.name().equalsString(RecordedClass.ENTRY_PART);
        Optional<RecordedClass> callee = target.equals(owner.name()) ? Optional.of(owner) : journal.newest(target);
        callee.stream()
                .flatMap(c -> c.model().methods().stream())
                .filter(m -> m.methodName().equalsString(call.name().stringValue())
                        && m.methodType().equalsString(call.type().stringValue()))
                .findFirst()
                .ifPresent(m -> walk(callee.orElseThrow(), m, ownPart, depth + 1));
    }
}
