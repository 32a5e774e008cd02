package dev.tutti.engine.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.attribute.LocalVariableTableAttribute;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/**
 * The names of the variables that a lambda captured, for messages: from the class file of its code, where its loader
 * gives that out and it was compiled with names; else their positions.
 */
final class CaptureNames {

    private CaptureNames() {}

    static String[] of(SerializedLambda lambda, ClassLoader loader) {
        String[] names = new String[lambda.getCapturedArgCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Integer.toString(i + 1);
        }
        boolean ofObject = lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic
                && lambda.getImplMethodKind() != MethodHandleInfo.REF_newInvokeSpecial;
        if (ofObject && names.length > 0) {
            names[0] = "this";
        }
        method(lambda, loader).ifPresent(method -> read(method, names));
        return names;
    }

    private static Optional<MethodModel> method(SerializedLambda lambda, ClassLoader loader) {
        if (loader == null) {
            return Optional.empty();
        }
        try (InputStream in = loader.getResourceAsStream(lambda.getImplClass() + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            return ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().equalsString(lambda.getImplMethodName())
                            && method.methodType().equalsString(lambda.getImplMethodSignature()))
                    .findFirst();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void read(MethodModel method, String[] names) {
        List<LocalVariableInfo> variables = method.code()
                .flatMap(code -> code.findAttribute(Attributes.localVariableTable()))
                .map(LocalVariableTableAttribute::localVariables)
                .orElse(List.of());
        int first = method.flags().has(AccessFlag.STATIC) ? 0 : 1;
        int slot = first;
        List<ClassDesc> parameters = method.methodTypeSymbol().parameterList();
        for (int i = first; i < names.length && i - first < parameters.size(); i++) {
            for (LocalVariableInfo variable : variables) {
                if (variable.slot() == slot && variable.startPc() == 0) {
                    names[i] = variable.name().stringValue();
                }
            }
            slot += TypeKind.from(parameters.get(i - first)).slotSize();
        }
    }
}
