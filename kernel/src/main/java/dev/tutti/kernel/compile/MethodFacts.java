package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one method does to reach others, and session variables. */
final class MethodFacts {

    /**
     * A call, or a handle that lets others call.
     *
     * @param virtual whether the receiver's class decides which method runs
     */
    record Call(String owner, String name, String descriptor, boolean virtual) {

        String signature() {
            return name + descriptor;
        }
    }

    private static final String UNRESOLVED = "dev/tutti/woven/UnresolvedException";
    private static final String INSTANCE_INITIALISER = "<init>";

    private final CodeFacts.Method method;
    private final boolean overridable;
    private final boolean isAbstract;
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> initialised = new HashSet<>();
    private final Set<VariableRef> reads = new HashSet<>();
    private final Set<VariableRef> writes = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private boolean unresolved;

    private MethodFacts(String owner, MethodModel model) {
        this.method = new CodeFacts.Method(
                owner, model.methodName().stringValue(), model.methodType().stringValue());
        this.overridable = !model.flags().has(AccessFlag.STATIC)
                && !model.flags().has(AccessFlag.PRIVATE)
                && !method.isInitialiser();
        this.isAbstract = model.flags().has(AccessFlag.ABSTRACT);
    }

    static MethodFacts of(String owner, MethodModel model) {
        MethodFacts facts = new MethodFacts(owner, model);
        model.code().ifPresent(code -> code.forEach(facts::add));
        return facts;
    }

    private void add(CodeElement element) {
        named.addAll(CodeReferences.of(element));
        switch (element) {
            case InvokeInstruction call -> {
                String owner = CodeFacts.binary(call.owner());
                boolean virtual = call.opcode() == Opcode.INVOKEVIRTUAL || call.opcode() == Opcode.INVOKEINTERFACE;
                if (call.opcode() == Opcode.INVOKESTATIC) {
                    initialised.add(owner);
                }
                calls.add(new Call(owner, call.name().stringValue(), call.type().stringValue(), virtual));
            }
            case InvokeDynamicInstruction site -> site.bootstrapArgs().forEach(this::add);
            case NewObjectInstruction object -> {
                unresolved |= object.className().asInternalName().equals(UNRESOLVED);
                made.add(CodeFacts.binary(object.className()));
            }
            case FieldInstruction field -> add(field);
            default -> {
                // reaches nothing
            }
        }
    }

    private void add(FieldInstruction field) {
        boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        if (isStatic) {
            initialised.add(CodeFacts.binary(field.owner()));
        }
        RecordedClass.sessionVariable(field)
                .ifPresent(variable -> (field.opcode() == Opcode.PUTSTATIC ? writes : reads).add(variable));
    }

    private void add(ConstantDesc argument) {
        if (!(argument instanceof DirectMethodHandleDesc handle)) {
            return;
        }
        String owner = WrapperName.binary(handle.owner());
        switch (handle.kind()) {
            case STATIC, INTERFACE_STATIC -> initialised.add(owner);
            case CONSTRUCTOR -> made.add(owner);
            default -> {
                // an instance is there already
            }
        }
        boolean constructor = handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        boolean virtual = handle.kind() == DirectMethodHandleDesc.Kind.VIRTUAL
                || handle.kind() == DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL;
        String name = constructor ? INSTANCE_INITIALISER : handle.methodName();
        calls.add(new Call(owner, name, handle.lookupDescriptor(), virtual));
    }

    CodeFacts.Method method() {
        return method;
    }

    /** Whether a receiver's class may decide that this method runs. */
    boolean overridable() {
        return overridable;
    }

    boolean isAbstract() {
        return isAbstract;
    }

    List<Call> calls() {
        return calls;
    }

    /** Classes that it makes instances of. */
    Set<String> made() {
        return made;
    }

    /** Classes whose static members it uses. */
    Set<String> initialised() {
        return initialised;
    }

    Set<VariableRef> reads() {
        return reads;
    }

    Set<VariableRef> writes() {
        return writes;
    }

    /** The classes of the session that its code names. */
    Set<String> named() {
        return named;
    }

    /** Whether it stands for one that refers to something undeclared. */
    boolean unresolved() {
        return unresolved;
    }
}
