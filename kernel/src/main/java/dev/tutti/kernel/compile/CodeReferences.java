package dev.tutti.kernel.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The classes of the session that some methods of a class name. */
final class CodeReferences {

    private CodeReferences() {}

    static Set<String> of(ClassModel model, Predicate<MethodModel> methods) {
        Set<String> found = new LinkedHashSet<>();
        model.findAttribute(Attributes.nestMembers())
                .ifPresent(a -> a.nestMembers().forEach(m -> add(found, m.asInternalName())));
        model.methods().stream()
                .filter(methods)
                .flatMap(m -> m.code().stream())
                .forEach(code -> code.forEach(element -> add(found, element)));
        return found;
    }

    private static void add(Set<String> found, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> add(found, call.owner().asInternalName());
            case FieldInstruction field -> add(found, field.owner().asInternalName());
            case NewObjectInstruction made -> add(found, made.className().asInternalName());
            case NewReferenceArrayInstruction made ->
                add(found, made.componentType().asInternalName());
            case NewMultiArrayInstruction made -> add(found, made.arrayType().asInternalName());
            case ExceptionCatch caught -> caught.catchType().ifPresent(type -> add(found, type.asInternalName()));
            case TypeCheckInstruction check -> add(found, check.type().asInternalName());
            case ConstantInstruction constant -> add(found, constant.constantValue());
            case InvokeDynamicInstruction call -> call.bootstrapArgs().forEach(a -> add(found, a));
            default -> {
                // names no class
            }
        }
    }

    private static void add(Set<String> found, ConstantDesc constant) {
        switch (constant) {
            case ClassDesc type -> add(found, type.descriptorString());
            case DirectMethodHandleDesc handle -> add(found, handle.owner().descriptorString());
            default -> {
                // names no class
            }
        }
    }

    /** The classes of the session that one instruction names. */
    static Set<String> of(CodeElement element) {
        Set<String> found = new LinkedHashSet<>();
        add(found, element);
        return found;
    }

    /** Takes all types of a descriptor that are of the session. */
    static void addAll(Set<String> found, String descriptor) {
        int at = descriptor.indexOf("LREPL/");
        while (at >= 0) {
            int end = descriptor.indexOf(';', at);
            found.add(descriptor.substring(at + 1, end).replace('/', '.'));
            at = descriptor.indexOf("LREPL/", end);
        }
    }

    /** Takes an internal name or a descriptor, if it is of the session. */
    static void add(Set<String> found, String type) {
        int from = type.startsWith("REPL/") ? 0 : type.indexOf("LREPL/") + 1;
        boolean descriptor = from > 0 && (type.startsWith("L") || type.startsWith("["));
        if (type.startsWith("REPL/") || descriptor) {
            found.add(type.substring(from).replace('/', '.').replace(";", ""));
        }
    }
}
