package dev.tutti.kernel.compile;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;

/**
 * Makes public what is not private. A task class loader defines some classes of a session anew, and to the JVM its package
 * is another than that of the session's loader.
 *
 * <p>What is private stays so: a public method could be overridden by accident. Classes that use each other's private
 * members are defined by the same loader.
 */
final class OpenAccess {

    private OpenAccess() {}

    static int opened(AccessFlags flags) {
        int mask = flags.flagsMask();
        return (mask & ACC_PRIVATE) != 0 ? mask : mask & ~ACC_PROTECTED | ACC_PUBLIC;
    }

    static boolean isOpen(FieldModel field) {
        return opened(field.flags()) == field.flags().flagsMask();
    }

    static boolean isOpen(MethodModel method) {
        return opened(method.flags()) == method.flags().flagsMask() || RecordedClass.isClassInitialiser(method);
    }

    static final FieldTransform FIELD = (field, element) -> {
        if (element instanceof AccessFlags flags) {
            field.withFlags(opened(flags));
        } else {
            field.with(element);
        }
    };

    static final MethodTransform METHOD = (method, element) -> {
        if (element instanceof AccessFlags flags) {
            method.withFlags(opened(flags));
        } else {
            method.with(element);
        }
    };
}
