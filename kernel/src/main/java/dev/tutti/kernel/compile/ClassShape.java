package dev.tutti.kernel.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a class must stay for its loaded form to take new bytes, which is what {@code Instrumentation.redefineClasses}
 * asks, and one thing more: the generic types of the fields, which the values they hold must fit.
 *
 * @param flags access flags
 * @param supertypes super class and interfaces
 * @param fields name, descriptor, flags and generic type of each
 * @param methods name, descriptor and flags of each, lambda bodies included
 * @param nest nest host and members, permitted subclasses, record components
 */
record ClassShape(
        int flags, List<String> supertypes, Set<String> fields, Set<String> methods, List<List<String>> nest) {

    static ClassShape of(ClassModel model) {
        List<String> supertypes = new ArrayList<>();
        model.superclass().ifPresent(s -> supertypes.add(s.asInternalName()));
        model.interfaces().forEach(i -> supertypes.add(i.asInternalName()));
        Set<String> fields = model.fields().stream().map(ClassShape::field).collect(Collectors.toSet());
        Set<String> methods = model.methods().stream()
                .filter(method -> !LambdaSites.isReader(method))
                .map(ClassShape::method)
                .collect(Collectors.toSet());
        if (LambdaSites.hasReader(model)) {
            methods.add(LambdaSites.READER); // engines have it, whether javac made one or not
        }
        return new ClassShape(model.flags().flagsMask(), supertypes, fields, methods, nest(model));
    }

    private static String field(FieldModel field) {
        return field.fieldName().stringValue() + " " + field.fieldType().stringValue() + " "
                + field.flags().flagsMask() + " " + genericType(field);
    }

    /** The type with its type arguments, as the class file has it; empty if it has none. */
    static String genericType(FieldModel field) {
        return field.findAttribute(Attributes.signature())
                .map(s -> s.signature().stringValue())
                .orElse("");
    }

    private static String method(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue() + " "
                + method.flags().flagsMask();
    }

    private static List<List<String>> nest(ClassModel model) {
        return List.of(
                model.findAttribute(Attributes.nestHost())
                        .map(a -> names(List.of(a.nestHost())))
                        .orElse(List.of()),
                model.findAttribute(Attributes.nestMembers())
                        .map(a -> names(a.nestMembers()))
                        .orElse(List.of()),
                model.findAttribute(Attributes.permittedSubclasses())
                        .map(a -> names(a.permittedSubclasses()))
                        .orElse(List.of()),
                model.findAttribute(Attributes.record())
                        .map(a -> a.components().stream()
                                .map(ClassShape::component)
                                .toList())
                        .orElse(List.of()));
    }

    private static String component(RecordComponentInfo component) {
        String generic = component
                .findAttribute(Attributes.signature())
                .map(s -> s.signature().stringValue())
                .orElse("");
        return component.name().stringValue() + " " + component.descriptor().stringValue() + " " + generic;
    }

    private static List<String> names(List<ClassEntry> classes) {
        return classes.stream().map(ClassEntry::asInternalName).sorted().toList();
    }
}
