package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.ClassBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * The small class through which woven code asks whether a variable is defined at its place. Its two handles come from
 * {@code dev.tutti.woven.Definitions} when the class is initialised:
 *
 * <pre>{@code
 * public final class $Defined$$JShell$4$k {
 *     static final MethodHandle READ = Definitions.read(MethodHandles.lookup(), "REPL.$JShell$4", "k");
 *     static final MethodHandle WRITE = Definitions.write(MethodHandles.lookup(), "REPL.$JShell$4", "k");
 *     public static void read() { READ.invokeExact(); }
 *     public static void write() { WRITE.invokeExact(); }
 * }
 * }</pre>
 */
final class DefinitionHolder {

    static final String READ = "read";
    static final String WRITE = "write";

    private static final String PREFIX = "REPL.$Defined$";
    private static final ClassDesc DEFINITIONS = ClassDesc.of("dev.tutti.woven.Definitions");
    private static final ClassDesc HANDLE =
            MethodHandle.class.describeConstable().orElseThrow();
    private static final ClassDesc LOOKUP =
            MethodHandles.Lookup.class.describeConstable().orElseThrow();
    private static final ClassDesc LOOKUPS =
            MethodHandles.class.describeConstable().orElseThrow();
    private static final int PUBLIC_FINAL =
            java.lang.classfile.ClassFile.ACC_PUBLIC | java.lang.classfile.ClassFile.ACC_FINAL;
    private static final int CONSTANT =
            java.lang.classfile.ClassFile.ACC_STATIC | java.lang.classfile.ClassFile.ACC_FINAL;
    private static final int PUBLIC_STATIC =
            java.lang.classfile.ClassFile.ACC_PUBLIC | java.lang.classfile.ClassFile.ACC_STATIC;

    private DefinitionHolder() {}

    static String name(VariableRef variable) {
        return PREFIX + WrapperName.simple(variable.className()) + "$" + variable.field();
    }

    static boolean isHolder(String className) {
        return className.startsWith(PREFIX);
    }

    static ClassFile generate(VariableRef variable) {
        String name = name(variable);
        ClassDesc holder = ClassDesc.of(name);
        byte[] bytes = java.lang.classfile.ClassFile.of().build(holder, type -> {
            type.withFlags(PUBLIC_FINAL | java.lang.classfile.ClassFile.ACC_SYNTHETIC);
            handles(type, holder, variable);
            call(type, holder, READ);
            call(type, holder, WRITE);
        });
        return new ClassFile(name, bytes);
    }

    private static void handles(ClassBuilder type, ClassDesc holder, VariableRef variable) {
        MethodTypeDesc make = MethodTypeDesc.of(HANDLE, LOOKUP, ConstantDescs.CD_String, ConstantDescs.CD_String);
        type.withField(constant(READ), HANDLE, CONSTANT).withField(constant(WRITE), HANDLE, CONSTANT);
        type.withMethodBody(
                ConstantDescs.CLASS_INIT_NAME,
                ConstantDescs.MTD_void,
                java.lang.classfile.ClassFile.ACC_STATIC,
                code -> {
                    for (String kind : new String[] {READ, WRITE}) {
                        code.invokestatic(LOOKUPS, "lookup", MethodTypeDesc.of(LOOKUP))
                                .loadConstant(variable.className())
                                .loadConstant(variable.field())
                                .invokestatic(DEFINITIONS, kind, make)
                                .putstatic(holder, constant(kind), HANDLE);
                    }
                    code.return_();
                });
    }

    private static void call(ClassBuilder type, ClassDesc holder, String kind) {
        type.withMethodBody(
                kind,
                ConstantDescs.MTD_void,
                PUBLIC_STATIC,
                code -> code.getstatic(holder, constant(kind), HANDLE)
                        .invokevirtual(HANDLE, "invokeExact", ConstantDescs.MTD_void)
                        .return_());
    }

    private static String constant(String kind) {
        return kind.toUpperCase(java.util.Locale.ROOT);
    }
}
