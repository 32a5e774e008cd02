package dev.tutti.kernel.debug;

import java.lang.classfile.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A generic type of a class file as Java source. */
final class GenericType {

    private GenericType() {}

    /** Empty for one that has no name where an expression is compiled: a type variable is in it. */
    static Optional<String> text(String signature) {
        return text(Signature.parseFrom(signature));
    }

    private static Optional<String> text(Signature signature) {
        return switch (signature) {
            case Signature.BaseTypeSig base ->
                Optional.of(java.lang.constant.ClassDesc.ofDescriptor(String.valueOf(base.baseType()))
                        .displayName());
            case Signature.ArrayTypeSig array ->
                text(array.componentSignature()).map(type -> type + "[]");
            case Signature.TypeVarSig _ -> Optional.empty();
            case Signature.ClassTypeSig type -> classText(type);
        };
    }

    private static Optional<String> classText(Signature.ClassTypeSig type) {
        List<String> arguments = new ArrayList<>();
        for (Signature.TypeArg argument : type.typeArgs()) {
            Optional<String> text = argument(argument);
            if (text.isEmpty()) {
                return text;
            }
            arguments.add(text.get());
        }
        String name = type.outerType().map(outer -> outer.className() + "$").orElse("") + type.className();
        return Optional.of(
                name.replace('/', '.') + (arguments.isEmpty() ? "" : "<" + String.join(", ", arguments) + ">"));
    }

    private static Optional<String> argument(Signature.TypeArg argument) {
        return switch (argument) {
            case Signature.TypeArg.Unbounded _ -> Optional.of("?");
            case Signature.TypeArg.Bounded bounded ->
                text(bounded.boundType()).map(type -> switch (bounded.wildcardIndicator()) {
                    case NONE -> type;
                    case EXTENDS -> "? extends " + type;
                    case SUPER -> "? super " + type;
                });
        };
    }
}
