package dev.tutti.woven;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.SerializedLambda;

/** A class as the weaver leaves it: its lambda is serializable, and {@code $deserializeLambda$} asks {@link Lambdas}. */
final class WovenLambda {

    static final String NAME = "REPL.Woven";

    private static final ClassDesc SELF = ClassDesc.of(NAME);
    private static final ClassDesc BI_FUNCTION = ClassDesc.of("java.util.function.BiFunction");
    private static final ClassDesc INTEGER = ConstantDescs.CD_Integer;
    private static final ClassDesc SERIALIZED =
            SerializedLambda.class.describeConstable().orElseThrow();
    private static final ClassDesc METAFACTORY =
            LambdaMetafactory.class.describeConstable().orElseThrow();

    private WovenLambda() {}

    /** Defines it in a loader of its own. */
    static Class<?> define() throws ClassNotFoundException {
        byte[] bytes = bytes();
        return new ClassLoader(WovenLambda.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (!name.equals(NAME)) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        }.loadClass(NAME);
    }

    /** {@code static BiFunction plus(int k) { return (a, b) -> k + a + b; }} on {@code Integer}s. */
    static byte[] bytes() {
        MethodTypeDesc code = MethodTypeDesc.of(INTEGER, ConstantDescs.CD_int, INTEGER, INTEGER);
        DirectMethodHandleDesc factory = MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                METAFACTORY,
                "altMetafactory",
                MethodTypeDesc.of(
                        ConstantDescs.CD_CallSite,
                        ConstantDescs.CD_MethodHandles_Lookup,
                        ConstantDescs.CD_String,
                        ConstantDescs.CD_MethodType,
                        ConstantDescs.CD_Object.arrayType()));
        DynamicCallSiteDesc site = DynamicCallSiteDesc.of(
                factory,
                "apply",
                MethodTypeDesc.of(BI_FUNCTION, ConstantDescs.CD_int),
                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object),
                MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, SELF, "lambda$plus$0", code),
                MethodTypeDesc.of(INTEGER, INTEGER, INTEGER),
                LambdaMetafactory.FLAG_SERIALIZABLE);
        MethodTypeDesc intValue = MethodTypeDesc.of(ConstantDescs.CD_int);
        return ClassFile.of()
                .build(
                        SELF,
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withMethodBody(
                                        "plus",
                                        MethodTypeDesc.of(BI_FUNCTION, ConstantDescs.CD_int),
                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                        body -> body.iload(0)
                                                .invokedynamic(site)
                                                .areturn())
                                .withMethodBody(
                                        "lambda$plus$0",
                                        code,
                                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                        body -> body.iload(0)
                                                .aload(1)
                                                .invokevirtual(INTEGER, "intValue", intValue)
                                                .iadd()
                                                .aload(2)
                                                .invokevirtual(INTEGER, "intValue", intValue)
                                                .iadd()
                                                .invokestatic(
                                                        INTEGER,
                                                        "valueOf",
                                                        MethodTypeDesc.of(INTEGER, ConstantDescs.CD_int))
                                                .areturn())
                                .withMethodBody(
                                        "$deserializeLambda$",
                                        MethodTypeDesc.of(ConstantDescs.CD_Object, SERIALIZED),
                                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                        body -> body.invokestatic(
                                                        ConstantDescs.CD_MethodHandles,
                                                        "lookup",
                                                        MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup))
                                                .aload(0)
                                                .invokestatic(
                                                        ClassDesc.of("dev.tutti.woven.Lambdas"),
                                                        "resolve",
                                                        MethodTypeDesc.of(
                                                                ConstantDescs.CD_Object,
                                                                ConstantDescs.CD_MethodHandles_Lookup,
                                                                SERIALIZED))
                                                .areturn()));
    }
}
